import { z } from "zod";
import { forgetTwoFactorDemand, isDemandedByDefault } from "@/lib/auth/two-factor/demand";
import { env } from "@/lib/env";
import { read } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { nameOf } from "@/lib/settings/rules";
import { TownSettings } from "@/lib/settings/schema";
import { wordList, type WordList } from "@/lib/settings/words";
import { singleton } from "@/lib/singleton";

const Row = z.object({ document: z.string(), version: z.number() });
const Chosen = z.record(z.string(), z.unknown());
/** The settings that somebody has chosen, by name; the others have their defaults. */
type Chosen = z.infer<typeof Chosen>;

/** Pages and endpoints read them all the time, and a change must be seen by everybody at once. */
const loaded = singleton("town-settings", () =>
  sharedLoader<Chosen>("town-settings", {
    ttl: 60_000,
    unheard: 1_000,
    strict: true,
    size: 1,
    load: async (keys) => {
      const { chosen } = await storedSettings();
      return new Map(keys.map((key) => [key, chosen]));
    },
  }),
);

const KEY = "town";

/** Whether somebody lives here: once it is so, it stays so. */
const inhabited = singleton("inhabited", () => ({ yes: false }));

/**
 * The settings of this town, cached; a change in any process is seen by all of them. An empty town is open to the first
 * person, who will own it, however it takes people in later.
 */
export async function townSettings(): Promise<TownSettings> {
  const settings = completed((await loaded().get(KEY)) ?? {});
  return settings.registrations === "open" || (await isInhabited()) ? settings : { ...settings, registrations: "open" };
}

/** What this town is called. */
export async function townName(): Promise<string> {
  return nameOf(await townSettings());
}

/** What pages call this town: also while the settings cannot be read, since a page without its name is better than none. */
export async function shownName(): Promise<string> {
  return townName().catch(() => nameOf({ name: "" }));
}

/** What barks are looked through for: words that are not allowed, and words that the staff read first. */
export interface TownWords {
  blocked: WordList;
  held: WordList;
}

const compiled = new WeakMap<Chosen, TownWords>();

/** The words of this town, compiled once for each time that the settings are read. */
export async function townWords(): Promise<TownWords> {
  const chosen = (await loaded().get(KEY)) ?? {};
  let words = compiled.get(chosen);
  if (!words) {
    const { blocked_words: blocked, held_words: held } = completed(chosen);
    words = { blocked: wordList(blocked), held: wordList(held) };
    compiled.set(chosen, words);
  }
  return words;
}

async function isInhabited(): Promise<boolean> {
  if (!inhabited().yes) {
    const [row] = await read("settings/people", {}, z.object({ count: z.number() }));
    inhabited().yes = (row?.count ?? 0) > 0;
  }
  return inhabited().yes;
}

/** All settings: what was chosen, else what the environment says, else Barker's defaults. */
export function completed(chosen: Chosen): TownSettings {
  const { BARKER_REGISTRATIONS: registrations, BARKER_CONTACT, BARKER_CONTACT_EMAIL } = env();
  return TownSettings.parse({
    registrations,
    contact_handle: BARKER_CONTACT,
    contact_email: BARKER_CONTACT_EMAIL,
    staff_two_factor: isDemandedByDefault(),
    ...chosen,
  });
}

/** What was chosen, as it is stored, and its version: 0 before the first change. */
export async function storedSettings(): Promise<{ chosen: Chosen; version: number }> {
  const [row] = await read("settings/current", {}, Row);
  return row ? { chosen: Chosen.parse(JSON.parse(row.document)), version: row.version } : { chosen: {}, version: 0 };
}

/** Makes all processes read the settings again. */
export async function forgetSettings(): Promise<void> {
  await Promise.all([loaded().forgetEverywhere([KEY]), forgetTwoFactorDemand()]);
}
