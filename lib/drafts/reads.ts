import { DRAFT_LIMIT } from "@/lib/drafts/rules";
import { DraftRow, type Draft } from "@/lib/drafts/schema";
import { toDraft } from "@/lib/drafts/view";
import { read } from "@/lib/neo4j";

/** All drafts of a person, last changed first. */
export async function readDrafts(personId: string): Promise<Draft[]> {
  const rows = await read("drafts/by_person", { personId, limit: DRAFT_LIMIT }, DraftRow);
  return rows.map(toDraft);
}

/** One of a person's own drafts, or null. */
export async function readDraft(personId: string, id: string): Promise<Draft | null> {
  const [row] = await read("drafts/by_key", { key: `${personId} ${id}` }, DraftRow);
  return row ? toDraft(row) : null;
}
