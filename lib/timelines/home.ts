import { z } from "zod";
import { log } from "@/lib/log";
import { HOME_LENGTH, keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { webScript } from "@/lib/redis/web";
import { singleton } from "@/lib/singleton";
import { graphEntries, type Entry } from "@/lib/timelines/graph";
import { toEntry, toMember, withoutRepeats } from "@/lib/timelines/rules";
import type { Slice } from "@/lib/timelines/schema";

/** [0] for a timeline that is not built, else [1, live cursor, oldest id kept, ids…]. */
const Answer = z.union([z.tuple([z.literal(0)]), z.tuple([z.literal(1), z.string(), z.string()], z.string())]);

interface Skeleton {
  entries: Entry[];
  cursor: string | null;
}

/**
 * What is on a person's Home, newest first: from their timeline in Redis, and from the graph where it
 * does not reach or Redis is away. Builds a timeline that is not there.
 */
export async function homeEntries(personId: string, slice: Slice, live: boolean): Promise<Skeleton> {
  try {
    return (await kept(personId, slice, live)) ?? (await built(personId, slice, live));
  } catch (error) {
    log().warn({ err: error }, "home read from the graph");
    return { entries: await graphEntries("home", slice, personId), cursor: null };
  }
}

async function built(personId: string, slice: Slice, live: boolean): Promise<Skeleton> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await buildHome(personId);
    const skeleton = await kept(personId, slice, live);
    if (skeleton) return skeleton;
  }
  throw new Error("a timeline was gone each time it was built");
}

/** What the timeline in Redis knows of a slice, completed from the graph; null when it is not built. */
async function kept(personId: string, slice: Slice, live: boolean): Promise<Skeleton | null> {
  const answer = Answer.parse(
    await webScript(
      "home_page",
      [keys.active, keys.home(personId), keys.live(personId), keys.listening],
      [
        personId,
        String(Date.now()),
        String(slice.limit),
        `(${slice.max}`,
        // Above every entry with this id: "~" comes after the ":" of a rebark.
        `(${slice.min}~`,
        slice.ascending ? "asc" : "desc",
        live ? String(LIVE_SECONDS) : "",
      ],
    ),
  );
  if (answer[0] === 0) return null;
  const [, cursor, oldest, ...members] = answer;
  const entries = await complete(personId, slice, members.map(toEntry), toEntry(oldest).id);
  return { entries, cursor: cursor || null };
}

/** A timeline may be short at its old end, never in the middle: what lies below comes from the graph. */
async function complete(personId: string, slice: Slice, entries: Entry[], oldest: string): Promise<Entry[]> {
  if (slice.ascending)
    return slice.min >= oldest && oldest !== "" ? entries.toReversed() : graphEntries("home", slice, personId);
  if (entries.length === slice.limit) return entries;
  const rest = { ...slice, max: entries.at(-1)?.id ?? slice.max, limit: slice.limit - entries.length };
  return [...entries, ...(await graphEntries("home", rest, personId))];
}

const building = singleton("home-building", () => new Map<string, Promise<void>>());

/** Builds a person's timeline from the graph; at once for all requests that wait for it. */
function buildHome(personId: string): Promise<void> {
  let build = building().get(personId);
  if (!build) {
    build = fillHome(personId).finally(() => building().delete(personId));
    building().set(personId, build);
  }
  return build;
}

/**
 * First marks the person as active, so that fan-out includes them, then reads the graph: a bark
 * committed in between arrives by either way, and both are one entry.
 */
async function fillHome(personId: string): Promise<void> {
  const fill = (at: number, ids: string[]) =>
    webScript("home_fill", [keys.active, keys.home(personId)], [personId, String(at), String(HOME_LENGTH), ...ids]);
  await fill(0, []);
  const newest = { max: "9".repeat(19), min: "0", ascending: false, limit: HOME_LENGTH };
  const entries = await graphEntries("home", newest, personId);
  await fill(Date.now(), withoutRepeats(entries).map(toMember));
}
