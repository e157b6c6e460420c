import { z } from "zod";
import { MAX_ID } from "@/lib/ids";
import { log } from "@/lib/log";
import { redis } from "@/lib/redis";
import { HOME_LENGTH, keys, NEWEST_LENGTH } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { singleton } from "@/lib/singleton";
import { graphEntries, highFollowerAuthorsOf, newestEntriesOf } from "@/lib/timelines/graph";
import { encodeBounds, decodeEntry, encodeEntry } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";
import type { IdRange } from "@/lib/http/page";

/**
 * [0] for a timeline that is not built; [1, live cursor, the member down to which it is complete, members…];
 * or [2, authors…]: high-follower authors whose recent entries have to be cached first.
 */
const Answer = z.union([
  z.tuple([z.literal(0)]),
  z.tuple([z.literal(1), z.string(), z.string()], z.string()),
  z.tuple([z.literal(2)], z.string()),
]);
type Answer = z.infer<typeof Answer>;

interface Skeleton {
  entries: TimelineEntry[];
  cursor: string | null;
}

/** Attempts: a concurrent follow restarts the build, and recent entries of authors may have to be cached after that. */
const ATTEMPTS = 6;

/**
 * The entries of a person's Home, newest first: from the cached timeline, and from the graph where that ends or
 * Redis is unavailable. Builds a timeline that is missing.
 */
export async function homeEntries(personId: string, slice: IdRange, live: boolean): Promise<Skeleton> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await kept(personId, slice, live);
      if (answer[0] === 0) await buildHome(personId);
      else if (answer[0] === 2) await Promise.all(answer.slice(1).map(String).map(bringNewest));
      else return await completed(personId, slice, answer);
    }
    throw new Error("a timeline was gone each time it was built");
  } catch (error) {
    log().warn({ err: error }, "home read from the graph");
    return { entries: await graphEntries("home", slice, personId), cursor: null };
  }
}

async function kept(personId: string, slice: IdRange, live: boolean): Promise<Answer> {
  const { active, timeline, live: stream, listening, highFollowersOf } = keys;
  const { newest, oldest } = encodeBounds(slice);
  return Answer.parse(
    await redis().runScript(
      "home_page",
      [active, timeline(personId), stream(personId), listening, highFollowersOf(personId)],
      [
        personId,
        String(Date.now()),
        String(slice.limit),
        newest,
        oldest,
        slice.ascending ? "asc" : "desc",
        live ? "live" : "",
      ],
    ),
  );
}

/** A cached timeline may end early, but has no gaps: older entries come from the graph. */
async function completed(
  personId: string,
  slice: IdRange,
  [, cursor, floor, ...members]: Extract<Answer, [1, ...unknown[]]>,
): Promise<Skeleton> {
  const [found, lowest] = [members.map(decodeEntry), decodeEntry(floor).id];
  const entries = await complete(personId, slice, found, lowest);
  // Empty although the graph has entries: only the timeline's key was lost. This page is read from the graph.
  if (floor === "" && found.length === 0 && entries.length > 0) rebuild(personId);
  return { entries, cursor: cursor || null };
}

function rebuild(personId: string): void {
  buildHome(personId).catch((error: unknown) => log().warn({ err: error }, "a lost timeline was not rebuilt"));
}

async function complete(
  personId: string,
  slice: IdRange,
  entries: TimelineEntry[],
  lowest: string,
): Promise<TimelineEntry[]> {
  if (slice.ascending)
    return slice.min >= lowest && lowest !== "" ? entries.toReversed() : graphEntries("home", slice, personId);
  if (entries.length === slice.limit) return entries;
  const rest = { ...slice, max: entries.at(-1)?.id ?? slice.max, limit: slice.limit - entries.length };
  return [...entries, ...(await graphEntries("home", rest, personId))];
}

const building = singleton("home-building", () => new Map<string, Promise<void>>());

/** Builds a person's timeline from the graph, once for all requests that wait for it. */
function buildHome(personId: string): Promise<void> {
  let build = building().get(personId);
  if (!build) {
    build = fillHome(personId).finally(() => building().delete(personId));
    building().set(personId, build);
  }
  return build;
}

/**
 * Marks the person as active before reading the graph, so that fan-out already includes them: a bark committed in
 * between may arrive both ways, which adds one entry. Rebarks of what is shown right below are left out by the script.
 */
async function fillHome(personId: string): Promise<void> {
  const where = [keys.active, keys.timeline(personId), keys.highFollowersOf(personId)];
  const fill = (at: number, authors: string[], members: string[]) =>
    redis().runScript("home_fill", where, [personId, String(at), String(authors.length), ...authors, ...members]);
  await fill(0, [], []);
  const newest = { max: MAX_ID, min: "0", ascending: false, limit: HOME_LENGTH };
  const [entries, authors] = await Promise.all([
    graphEntries("home", newest, personId),
    highFollowerAuthorsOf(personId),
  ]);
  await fill(Date.now(), authors, entries.map(encodeEntry));
}

async function bringNewest(authorId: string): Promise<void> {
  const { entries, all } = await newestEntriesOf(authorId, NEWEST_LENGTH);
  const members = entries.map(encodeEntry);
  await redis().runScript("recent_add", [keys.newest(authorId)], [all ? "all" : "newest", ...members]);
}

const Built = z.tuple([z.literal(1), z.string(), z.string()], z.string());

/**
 * The newest entries of a cached timeline, read without marking the person as active; null when it is not built.
 * @param limit the maximum number of entries
 */
export async function cachedEntries(personId: string, limit: number): Promise<TimelineEntry[] | null> {
  const { active, timeline, live, listening, highFollowersOf } = keys;
  const { newest, oldest } = encodeBounds({ max: MAX_ID, min: "0" });
  const where = [active, timeline(personId), live(personId), listening, highFollowersOf(personId)];
  const answer = await redis().runScript("home_page", where, [
    personId,
    "0",
    String(limit),
    newest,
    oldest,
    "desc",
    "",
  ]);
  const built = Built.safeParse(answer);
  return built.success ? built.data.slice(3).map((member) => decodeEntry(String(member))) : null;
}

/** A sample of the people who have a cached timeline. */
export async function sampleActivePeople(count: number): Promise<string[]> {
  return [await tcpRedis().zrandmember(keys.active, count)].flat().map(String);
}

/** Adds a new entry to the cached recent entries of a high-follower author. */
export async function cacheRecent(authorId: string, entry: TimelineEntry): Promise<void> {
  const add = (which: string, entries: TimelineEntry[]) =>
    redis().runScript("recent_add", [keys.newest(authorId)], [which, ...entries.map(encodeEntry)]);
  if (await add("new", [entry])) return;
  const { entries, all } = await newestEntriesOf(authorId, NEWEST_LENGTH);
  await add(all ? "all" : "newest", entries);
}

/** Whether an entry is among the cached recent entries of a high-follower author. */
export async function isCachedRecent(personId: string, entry: TimelineEntry): Promise<boolean> {
  return (await tcpRedis().zscore(keys.newest(personId), encodeEntry(entry))) !== null;
}

/** Removes an entry from the cached recent entries of a high-follower author. */
export async function dropCachedRecent(personId: string, entry: TimelineEntry): Promise<void> {
  await tcpRedis().zrem(keys.newest(personId), encodeEntry(entry));
}
