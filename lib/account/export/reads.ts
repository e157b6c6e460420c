import { z } from "zod";
import { accountFacts, ownAccount } from "@/lib/account/reads";
import { rows } from "@/lib/account/export/graph";
import { jsonFile, jsonList, zip, type ZipEntry } from "@/lib/account/export/zip";
import { readDrafts } from "@/lib/drafts/reads";
import { filtersOf } from "@/lib/filters/reads";
import { toFilter } from "@/lib/filters/view";
import { invitationsOf } from "@/lib/invitations/reads";
import { readPicture } from "@/lib/media/reads";
import { storedMessages } from "@/lib/messages/reads";
import { householdOf } from "@/lib/household/reads";
import { storedPlaces } from "@/lib/nearby/reads";
import { PollRow } from "@/lib/polls/schema";
import { toPoll } from "@/lib/polls/view";
import { warningsOf } from "@/lib/strikes/reads";

const Row = z.object({ id: z.string(), item: z.record(z.string(), z.unknown()) });
const BarkRow = z.object({ id: z.string(), item: z.looseObject({ id: z.string(), poll: PollRow.nullable() }) });
const ScheduledRow = z.object({ id: z.string(), item: z.looseObject({ poll: z.string().nullable() }) });
const PictureRow = z.object({
  id: z.string(),
  item: z.object({
    id: z.string(),
    key: z.string(),
    kind: z.enum(["picture", "avatar", "header"]),
    moving: z.boolean().nullable(),
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
  yield jsonList("barks.json", barks(personId));
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
  yield list("lists", "lists");
  yield list("starter_packs", "packs");
  yield list("followed_topics", "topics", "FOLLOWS_TOPIC");
  yield list("featured_topics", "topics", "FEATURES_TOPIC");
  yield jsonFile("invitations.json", await invitationsOf(personId));
  yield jsonFile("filters.json", (await filtersOf(personId)).map(toFilter));
  yield jsonFile("drafts.json", await readDrafts(personId));
  yield jsonList("scheduled.json", scheduled(personId));
  yield jsonFile("place.json", await storedPlaces(personId));
  yield jsonFile("household.json", await householdOf(personId));
  yield jsonFile("measures.json", await warningsOf(personId));
  yield jsonFile("messages.json", await storedMessages(personId));
  yield jsonList("pictures.json", described(personId));
  for await (const { id, key, kind, moving } of pictures(personId)) {
    const still = kind === "picture" ? "large" : kind;
    const picture = await readPicture(key, moving ? "moving" : still);
    if (picture) yield { name: `pictures/${id}.webp`, packed: true, pieces: [picture] };
  }
}

/** With polls as everybody sees them: hidden votes are hidden from the author too, until the poll has ended. */
async function* barks(personId: string): AsyncGenerator {
  for await (const bark of rows("account/export_barks", { personId }, BarkRow)) {
    yield { ...bark, poll: bark.poll && toPoll(bark.id, bark.poll) };
  }
}

async function* scheduled(personId: string): AsyncGenerator {
  for await (const bark of rows("account/export_scheduled", { personId }, ScheduledRow)) {
    yield { ...bark, poll: bark.poll && (JSON.parse(bark.poll) as unknown) };
  }
}

const pictures = (personId: string) => rows("account/export_pictures", { personId }, PictureRow);

async function* described(personId: string): AsyncGenerator {
  for await (const { id, kind, moving, description } of pictures(personId)) {
    yield { id, file: `pictures/${id}.webp`, kind, animated: moving === true, description };
  }
}
