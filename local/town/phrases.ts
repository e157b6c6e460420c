import type { Random } from "@/lib/people/seeded";
import { isSlot, SLOTS } from "@/local/town/slots";
import type { Line } from "@/local/town/subject";

/** Somebody in town as others speak of them. */
export interface Fellow {
  name: string;
  handle: string;
}

const MARK = /\{(\w+)\}|\[([^\]]+)\]/g;

/** Of several things one. */
export const pick = <T>(random: Random, things: readonly T[]): T => {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError("nothing to pick from");
  return thing;
};

/** A line as somebody would say it, speaking of one of their fellows. A slot named twice is filled alike. */
export function say(line: Line, random: Random, fellows: readonly Fellow[]): string {
  const filled = new Map<string, string>();
  const fellow = pick(random, fellows);
  return line.text.replace(MARK, (_mark, slot: string | undefined, choices: string | undefined) => {
    if (slot === undefined) return pick(random, (choices ?? "").split("|"));
    const name = slot.toLowerCase();
    const value = filled.get(name) ?? fill(name, random, fellow);
    filled.set(name, value);
    return name === slot ? value : value.charAt(0).toUpperCase() + value.slice(1);
  });
}

function fill(name: string, random: Random, fellow: Fellow): string {
  if (name === "neighbour") return fellow.name;
  if (name === "mention") return `@${fellow.handle}`;
  if (!isSlot(name)) throw new Error(`no such slot: ${name}`);
  return pick(random, SLOTS[name]);
}

/** In how many ways a line can be said by one who has `fellows` fellows. */
export function ways({ text }: Line, fellows: number): number {
  const slots = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => slot.toLowerCase()));
  const named = slots.delete("neighbour") || slots.delete("mention") ? fellows : 1;
  const filled = [...slots].reduce((product, slot) => product * (isSlot(slot) ? SLOTS[slot].length : 1), named);
  const choices = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, choice = ""]) => choice.split("|").length);
  return choices.reduce((product, count) => product * count, filled);
}
