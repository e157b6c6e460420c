import type { MarkerRow, Markers } from "@/lib/markers/schema";

/** Markers by list, in Mastodon's format. */
export function toMarkers(rows: MarkerRow[]): Markers {
  return Object.fromEntries(
    rows.map(({ list, lastReadId, version, at }) => [
      list,
      { last_read_id: lastReadId, version, updated_at: new Date(at).toISOString() },
    ]),
  );
}
