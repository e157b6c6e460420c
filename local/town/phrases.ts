import type { Random } from "@/lib/seeded";
import { isSlot, SLOTS } from "@/local/town/slots";
import type { Line } from "@/local/town/subject";

/** A person of the town as others mention them. */
export interface Fellow {
  name: string;
  handle: string;
}

const CHOICES = /\[([^\]]+)\]/g;
const SLOT = /\{(\w+)\}/g;

/** A random element. */
export const pick = <T>(random: Random, things: readonly T[]): T => {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError("nothing to pick from");
  return thing;
};

/** Fills the slots of a line, with one of the fellows for a person. A slot that occurs twice is filled alike. */
export function say(line: Line, random: Random, fellows: readonly Fellow[]): string {
  const filled = new Map<string, string>();
  const fellow = pick(random, fellows);
  const chosen = line.text.replace(CHOICES, (_mark, choices: string) => pick(random, choices.split("|")));
  return chosen.replace(SLOT, (_mark, slot: string) => {
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
