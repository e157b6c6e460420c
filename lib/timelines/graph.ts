import { MAX_ID } from "@/lib/ids";
import { read, IdRow } from "@/lib/neo4j";
import { TimelineEntry, type PersonChoice, type TopicChoice } from "@/lib/timelines/schema";
import { type IdRange } from "@/lib/http/page";

type List = "home" | "public" | "person" | "topic" | "list";

/** All barks and rebarks of a list. */
const ALL: PersonChoice & TopicChoice = {
  replies: "all",
  rebarks: true,
  pictures: false,
  topic: "",
  topics: [],
  all: [],
  none: [],
};

/** The choices of a list; each query uses those it knows. */
type Choice = Partial<PersonChoice & TopicChoice & { listId: string }>;

/**
 * Entries of a list read from the graph, newest first, without a lower limit of age.
 * @param of whose list it is: a person's id, or "" for lists of everybody
 * @param choice which part of it; a list of topics is nothing without its topics
 */
export async function graphEntries(list: List, slice: IdRange, of = "", choice: Choice = {}): Promise<TimelineEntry[]> {
  const { max, min, ascending, limit } = slice;
  const query = ascending ? (`timelines/${list}_ids_oldest` as const) : (`timelines/${list}_ids` as const);
  const rows = await read(query, { ...ALL, ...choice, personId: of, max, min, limit }, TimelineEntry);
  return ascending ? rows.toReversed() : rows;
}

/** As `graphEntries`, only the ids. */
export async function graphIds(list: List, slice: IdRange, of = "", choice?: Choice): Promise<string[]> {
  return (await graphEntries(list, slice, of, choice)).map((entry) => entry.id);
}

/** Ids of what somebody pinned, newest pin first. */
export async function pinnedIds(personId: string): Promise<string[]> {
  return (await read("timelines/person_pinned", { personId }, TimelineEntry)).map((entry) => entry.id);
}

/** The newest entries of one author, at most `limit`, and whether there are no others. */
export async function newestEntriesOf(
  authorId: string,
  limit: number,
): Promise<{ entries: TimelineEntry[]; all: boolean }> {
  const slice = { max: MAX_ID, min: "0", ascending: false, limit };
  const entries = await graphEntries("person", slice, authorId);
  return { entries, all: entries.length < limit };
}

/** The ids of the high-follower authors that a person follows. */
export async function highFollowerAuthorsOf(personId: string): Promise<string[]> {
  return (await read("timelines/high_follower_of_person", { personId }, IdRow)).map(({ id }) => id);
}

/** Whether a person is a high-follower author, whose barks are merged into timelines on read. */
export async function isHighFollower(personId: string): Promise<boolean> {
  return (await read("timelines/is_high_follower", { personId }, IdRow)).length > 0;
}
