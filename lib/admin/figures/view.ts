import type { AdminMeasure } from "@/lib/admin/figures/schema";
import { bytesInWords } from "@/lib/text/bytes";

interface Counted {
  total: number;
  /** Of the period before. */
  previous?: number;
  unit?: "bytes" | null;
  /** Days (UTC) that begin at `at` (Unix ms). */
  counts: { at: number; count: number }[];
}

/** A figure in Mastodon's format. */
export function toMeasure(key: string, { total, previous, unit = null, counts }: Counted): AdminMeasure {
  return {
    key,
    unit,
    total: String(total),
    ...(unit === "bytes" && { human_value: bytesInWords(total) }),
    ...(previous !== undefined && { previous_total: String(previous) }),
    data: counts.map(({ at, count }) => ({ date: new Date(at).toISOString(), value: String(count) })),
  };
}
