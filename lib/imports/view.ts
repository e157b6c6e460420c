import type { Import, StoredImport } from "@/lib/imports/schema";

/** An import as its owner sees it. */
export function toImport({ id, kind, state, at, size, dueAt, waits, tally }: StoredImport): Import {
  return {
    id,
    kind,
    state,
    created_at: new Date(at).toISOString(),
    lines: size,
    processed: Object.values(tally.counts).reduce((sum, count) => sum + count, 0),
    counts: tally.counts,
    not_taken: tally.notTaken,
    waits_until: waits === true && dueAt !== null ? new Date(dueAt).toISOString() : null,
  };
}
