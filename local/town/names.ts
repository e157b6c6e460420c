import { seeded, shuffled, type Random } from "@/lib/seeded";
import { FAMILY, FIRST, NAME_WORDS } from "@/local/town/name-words";
import { CAST } from "@/local/town/cast";
import { pick } from "@/local/town/phrases";

export interface TownName {
  name: string;
  handle: string;
  /** The kind of portrait that fits the name. */
  kind: string;
}

const split = (text: string): string[] => text.split(",").map((word) => word.trim());

const toHandle = (name: string, joint: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .replaceAll(" ", joint);

const KIND_OF = new Map(
  Object.entries(NAME_WORDS).flatMap(([kind, text]) => split(text).map((word) => [word.toLowerCase(), kind] as const)),
);

/** A word that is itself a kind of portrait fits best: `Wren` is a wren. */
const kindOf = (word: string): string | undefined =>
  Object.hasOwn(NAME_WORDS, word.toLowerCase()) ? word.toLowerCase() : KIND_OF.get(word.toLowerCase());

/** The maximum number of different names. */
export const MOST_NAMES = 2_000;

/** The names of the cast, then random ones. No two share a name or a handle. */
export function townNames(size: number, seed: number): TownName[] {
  const random = seeded(seed);
  const cast = CAST.map(({ handle, kind }) => ({
    handle,
    kind,
    name: handle.charAt(0).toUpperCase() + handle.slice(1),
  }));
  const taken = new Set(cast.map(({ handle }) => handle));
  const free = ({ handle }: TownName): boolean => {
    const bare = handle.replaceAll("_", "");
    const known = taken.has(bare);
    taken.add(bare);
    return !known;
  };
  const [single, double] = [
    shuffled(random, singles(random)).filter(free),
    shuffled(random, doubles(random)).filter(free),
  ];
  const mixed = interleave(random, single, double);
  return [...cast, ...mixed].slice(0, size);
}

function singles(random: Random): TownName[] {
  return Object.entries(NAME_WORDS).flatMap(([kind, text]) =>
    split(text).map((name) => ({ name, handle: toHandle(name, random() < 0.7 ? "_" : ""), kind })),
  );
}

function doubles(random: Random): TownName[] {
  return split(FIRST).flatMap((first) =>
    split(FAMILY)
      .filter((family) => family !== first)
      .flatMap((family) => {
        const name = `${first} ${family}`;
        const kind = kindOf(family) ?? kindOf(first);
        // Nobody has a name for which there is no face.
        return kind ? [{ name, handle: toHandle(name, pick(random, ["_", "_", "_", ""])), kind }] : [];
      }),
  );
}

/** Alternates two single names and one double name, as long as there are both. */
function interleave(random: Random, single: TownName[], double: TownName[]): TownName[] {
  const mixed: TownName[] = [];
  let [a, b] = [0, 0];
  while (a < single.length || b < double.length) {
    const next = b >= double.length || (a < single.length && random() < 0.62) ? single[a++] : double[b++];
    if (next) mixed.push(next);
  }
  return mixed;
}
