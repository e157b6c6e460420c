import { z } from "zod";
import { MessageArchive, type ArchivePage } from "@/lib/messages/archive/schema";
import { accountOf } from "@/lib/keylog/reads";
import { read } from "@/lib/neo4j";

/** After the place of every record. */
const END = "~";
const RecordRow = z.object({ id: z.string(), n: z.number(), at: z.number(), body: z.string(), place: z.string() });

/** The archive of a person; an empty one while they have none. */
export async function readArchive(personId: string): Promise<MessageArchive> {
  const accountId = await accountOf(personId);
  const [row] = accountId === null ? [] : await read("archive/state", { accountId }, MessageArchive);
  return row ?? { enabled: false, count: 0, epochs: [] };
}

/** Records of a person, newest first. `before` is the `next` of another page. */
export async function readArchiveRecords(
  personId: string,
  { before = END, limit }: { before?: string; limit: number },
): Promise<ArchivePage> {
  const accountId = await accountOf(personId);
  const rows = accountId === null ? [] : await read("archive/records", { accountId, before, limit }, RecordRow);
  return {
    records: rows.map(({ id, n, at, body }) => ({ id, epoch: n, at, body })),
    next: rows.length === limit ? (rows.at(-1)?.place ?? null) : null,
  };
}
