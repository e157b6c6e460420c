/** How often something took at most so long: upper bounds in seconds (the last is infinite), and counts up to each. */
export interface Cumulative {
  bounds: number[];
  counts: number[];
}

/**
 * A histogram in the text format of Prometheus, added up over its labels.
 * @param texts the answers of several processes
 */
export function histogramOf(texts: readonly string[], name: string): Cumulative {
  const byBound = new Map<number, number>();
  const line = new RegExp(`^${name}_bucket\\{(?:[^}]*,)?le="([^"]+)"[^}]*\\} (\\S+)$`, "gm");
  for (const text of texts)
    for (const [, le = "", count = ""] of text.matchAll(line)) {
      const bound = le === "+Inf" ? Infinity : Number(le);
      byBound.set(bound, (byBound.get(bound) ?? 0) + Number(count));
    }
  const sorted = [...byBound].toSorted(([a], [b]) => a - b);
  return { bounds: sorted.map(([bound]) => bound), counts: sorted.map(([, count]) => count) };
}

/** A counter or gauge in the text format of Prometheus, added up over its labels and processes; 0 if there is none. */
export function sumOf(texts: readonly string[], name: string): number {
  const line = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "gm");
  return texts.flatMap((text) => [...text.matchAll(line)]).reduce((sum, [, value]) => sum + Number(value), 0);
}

/**
 * The time (s) within which a share of all happened, between the bounds around it; null when nothing happened. Of what
 * took longer than the last bound, the last bound is told.
 */
export function shareWithin({ bounds, counts }: Cumulative, share: number): number | null {
  const total = counts.at(-1) ?? 0;
  if (total === 0) return null;
  const wanted = share * total;
  const place = counts.findIndex((count) => count >= wanted);
  const [upper = Infinity, count = total] = [bounds[place], counts[place]];
  const [lower = 0, before = 0] = place > 0 ? [bounds[place - 1], counts[place - 1]] : [];
  if (upper === Infinity) return lower;
  return lower + (upper - lower) * ((wanted - before) / (count - before));
}
