/** A pseudo-random number generator: numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger (public domain): small, and uniform enough for drawings and a demo town. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A shuffled copy. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const order = things.map((thing) => ({ thing, at: random() }));
  return order.toSorted((a, b) => a.at - b.at).map(({ thing }) => thing);
}

/** Hashes a text to 32 evenly distributed bits: FNV-1a with a final mix. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
