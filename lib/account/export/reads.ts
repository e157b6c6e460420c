import { z } from "zod";
import { accountFacts, ownAccount } from "@/lib/account/reads";
import { jsonFile, jsonList, zip, type ZipEntry } from "@/lib/account/export/zip";
import { readDrafts } from "@/lib/drafts/reads";
import { MAX_ID } from "@/lib/ids";
import { readPicture } from "@/lib/media/reads";
import { storedMessages } from "@/lib/messages/reads";
import { householdOf } from "@/lib/household/reads";
import { storedPlaces } from "@/lib/nearby/reads";
import { read } from "@/lib/neo4j";

/** How many rows are read per query. */
const BATCH = 500;

const Row = z.object({ id: z.string(), item: z.record(z.string(), z.unknown()) });
const PictureRow = z.object({
  id: z.string(),
  item: z.object({
    id: z.string(),
    key: z.string(),
    kind: z.enum(["picture", "avatar", "header"]),
    description: z.string().nullable(),
  }),
});

/** Exports all data of a person, as a zip of JSON files and pictures. */
export function exportOf(personId: string): AsyncGenerator<Uint8Array> {
  return zip(entries(personId));
}

async function* entries(personId: string): AsyncGenerator<ZipEntry> {
  const [account, { email }] = await Promise.all([ownAccount(personId), accountFacts(personId)]);
  yield jsonFile("profile.json", { ...account, email });
  const list = (name: string, query: string, kind?: string) =>
    jsonList(`${name}.json`, rows(`account/export_${query}`, { personId, ...(kind && { kind }) }, Row));
  yield list("barks", "barks");
  yield list("rebarks", "rebarks");
  yield list("likes", "acts", "LIKES");
  yield list("bookmarks", "acts", "BOOKMARKED");
  yield list("pinned", "acts", "PINNED");
  yield list("reactions", "reactions");
  yield list("votes", "votes");
  yield list("following", "people", "FOLLOWS");
  yield list("follow_requests", "people", "REQUESTED_FOLLOW");
  yield list("blocks", "people", "BLOCKS");
  yield list("mutes", "people", "MUTES");
  yield list("followers", "followers");
  yield jsonFile("drafts.json", await readDrafts(personId));
  yield jsonFile("place.json", await storedPlaces(personId));
  yield jsonFile("household.json", await householdOf(personId));
  yield jsonFile("messages.json", await storedMessages(personId));
  yield jsonList("pictures.json", described(personId));
  for await (const { id, key, kind } of pictures(personId)) {
    const picture = await readPicture(key, kind === "picture" ? "large" : kind);
    if (picture) yield { name: `pictures/${id}.webp`, packed: true, pieces: [picture] };
  }
}

const pictures = (personId: string) => rows("account/export_pictures", { personId }, PictureRow);

async function* described(personId: string): AsyncGenerator {
  for await (const { id, kind, description } of pictures(personId)) {
    yield { id, file: `pictures/${id}.webp`, kind, description };
  }
}

/** All rows of a query that is paged by id, newest first; batches are read on demand. */
async function* rows<Item>(
  query: string,
  params: Record<string, string>,
  row: z.ZodType<{ id: string; item: Item }>,
): AsyncGenerator<Item> {
  for (let before: string | undefined = MAX_ID; before !== undefined;) {
    const batch: { id: string; item: Item }[] = await read(query, { ...params, before, limit: BATCH }, row);
    for (const { item } of batch) yield item;
    before = batch.length < BATCH ? undefined : batch.at(-1)?.id;
  }
}
