import type { Neighbour } from "@/lib/nearby/schema";

type Span = Pick<Neighbour, "from_km" | "to_km">;

/** "under 2 km", "2–5 km". */
export function bandWords({ from_km: from, to_km: to }: Span): string {
  return from === 0 ? `under ${to} km` : `${from}–${to} km`;
}

/** Groups people by their band, in their original order. */
export function byBand<T extends Span>(people: T[]): { words: string; people: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const person of people) {
    const words = bandWords(person);
    groups.set(words, [...(groups.get(words) ?? []), person]);
  }
  return [...groups].map(([words, members]) => ({ words, people: members }));
}
