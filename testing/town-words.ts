import { townSettings } from "@/lib/settings/reads";
import { changeSettings } from "@/lib/settings/writes";
import { TESTS } from "@/testing/staff";

interface Words {
  blocked?: string[];
  held?: string[];
}

/** Adds words to the town's lists, which all tests share: only words that nobody else says. */
export async function addTownWords({ blocked = [], held = [] }: Words): Promise<void> {
  const { blocked_words, held_words } = await townSettings();
  await changeSettings(TESTS, { blocked_words: [...blocked_words, ...blocked], held_words: [...held_words, ...held] });
}

/** Takes words out of the town's lists again. */
export async function removeTownWords(words: string[]): Promise<void> {
  const { blocked_words, held_words } = await townSettings();
  const without = (all: string[]) => all.filter((word) => !words.includes(word));
  await changeSettings(TESTS, { blocked_words: without(blocked_words), held_words: without(held_words) });
}
