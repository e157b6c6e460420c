import type { Status } from "@/lib/barks/schema";
import { NO_RELATIONSHIP } from "@/lib/people/rules";
import type { BlockRelation, Follower, ViewerRelationship } from "@/lib/people/schema";
import { invertDigits } from "@/lib/redis/invert-digits";
import { REPEAT_WINDOW } from "@/lib/redis/keys";
import { isShownOnList } from "@/lib/lists/rules";
import type { HomeChoice, TimelineEntry } from "@/lib/timelines/schema";
import type { IdRange } from "@/lib/http/page";

/** The people a bark involves: its author, and whom it rebarks, answers and mentions. */
export function peopleIn({ account, reblog, ...rest }: Status): string[] {
  const { account: author, in_reply_to_account_id: answered, mentions } = reblog ?? { account, ...rest };
  return [account.id, author.id, ...(answered === null ? [] : [answered]), ...mentions.map(({ id }) => id)];
}

/**
 * Whether a bark belongs on somebody's Home: it is their own, or of somebody they follow *now*, and involves nobody
 * they mute or block. The cached timeline may still hold a bark of somebody just unfollowed; this hides it.
 */
export function belongsOnHome(
  status: Status,
  readerId: string,
  relationships: Map<string, ViewerRelationship>,
): boolean {
  const { account, reblog } = status;
  if (account.id === readerId) return !(reblog && relationships.get(reblog.account.id)?.muting);
  if (isMutedOrBlocked(status, relationships)) return false;
  const relationship = relationships.get(account.id);
  if (relationship === undefined || !(reblog ? relationship.followingRebarks : relationship.following)) return false;
  const { language } = reblog ?? status;
  return language === null || relationship.languages.length === 0 || relationship.languages.includes(language);
}

/** Whether a person's Home shows a bark by their choice of replies and rebarks. */
export function isChosenForHome(
  status: Status,
  readerId: string,
  { replies, rebarks }: HomeChoice,
  isFollowed: (personId: string) => boolean,
): boolean {
  if (status.account.id === readerId) return true;
  if (status.reblog !== null) return rebarks;
  if (replies === "all") return true;
  return isShownOnList(status, replies, { ownerId: readerId, isMember: isFollowed, isFollowed });
}

/** Whether a bark belongs on Home because of its topics: everybody may see it, and it has one that the reader follows. */
export function isOnFollowedTopic({ visibility, reblog, tags }: Status, topics: ReadonlySet<string>): boolean {
  return visibility === "public" && reblog === null && tags.some(({ name }) => topics.has(name));
}

/** Merges two lists of entries that are ordered by id, newest first, without repeats: the newest of both, or the oldest. */
export function mergeEntries(
  one: TimelineEntry[],
  other: TimelineEntry[],
  { limit, ascending }: Pick<IdRange, "limit" | "ascending">,
): TimelineEntry[] {
  const known = new Set(one.map(({ id }) => id));
  const all = [...one, ...other.filter(({ id }) => !known.has(id))].toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return ascending ? all.slice(-limit) : all.slice(0, limit);
}

/**
 * Whether a bark belongs on a public timeline: it involves nobody whom the reader mutes or blocks, and is by nobody whom
 * staff limited, unless the reader follows them.
 */
export function belongsOnPublicTimeline(
  status: Status,
  readerId: string | null,
  relationships: Map<string, ViewerRelationship>,
): boolean {
  if (status.account.id === readerId) return true;
  return !isMutedOrBlocked(status, relationships) && !isByLimited(status, readerId, relationships);
}

/** Whether a bark, or the one it passes on, is by somebody who is limited and whom the reader does not follow. */
function isByLimited(
  { account, reblog }: Status,
  readerId: string | null,
  relationships: Map<string, ViewerRelationship>,
): boolean {
  return [account, ...(reblog ? [reblog.account] : [])].some(
    ({ id, limited }) => limited === true && id !== readerId && !relationships.get(id)?.following,
  );
}

function isMutedOrBlocked(status: Status, relationships: Map<string, ViewerRelationship>): boolean {
  return peopleIn(status).some((id) => {
    const relationship = relationships.get(id);
    return relationship !== undefined && (relationship.muting || relationship.blocking);
  });
}

/** How a live event shows a bark to a follower: in full, without the bark it quotes, or not at all. */
export type LiveVisibility = "full" | "withoutQuote" | "none";

/**
 * How a bark or rebark is shown live to a follower of its author, by the rules of a page of Home.
 * @param blockRelations mutes and blocks between the follower and the people involved or quoted
 */
export function liveVisibility(status: Status, follower: Follower, blockRelations: BlockRelation[]): LiveVisibility {
  const { account } = status;
  const { rebarks, languages, elsewhere, home, followsAnswered } = follower;
  if (elsewhere || !isChosenForHome(status, follower.id, home, () => followsAnswered)) return "none";
  const relationships = new Map([
    [account.id, { ...NO_RELATIONSHIP, following: true, followingRebarks: rebarks, languages }],
  ]);
  for (const { person, how } of blockRelations)
    relationships.set(person, { ...(relationships.get(person) ?? NO_RELATIONSHIP), [how]: true });
  return belongsOnHome(status, follower.id, relationships) ? unlessBlocked(status, relationships) : "none";
}

/** The same for somebody who reads Town or a topic, where public barks of everybody are. */
export function publicVisibility(status: Status, readerId: string, blockRelations: BlockRelation[]): LiveVisibility {
  const relationships = new Map<string, ViewerRelationship>();
  for (const { person, how } of blockRelations)
    relationships.set(person, { ...(relationships.get(person) ?? NO_RELATIONSHIP), [how]: true });
  return rebarkedVisibility(status, readerId, relationships);
}

/** The same for the owner of a list that has its author or rebarker. */
export function listVisibility(
  status: Status,
  ownerId: string,
  relationships: Map<string, ViewerRelationship>,
): LiveVisibility {
  return belongsOnHome(status, ownerId, relationships) ? unlessBlocked(status, relationships) : "none";
}

/** The same for somebody who has a public bark because somebody passed it on. */
export function rebarkedVisibility(
  status: Status,
  readerId: string,
  relationships: Map<string, ViewerRelationship>,
): LiveVisibility {
  return belongsOnPublicTimeline(status, readerId, relationships) ? unlessBlocked(status, relationships) : "none";
}

function unlessBlocked(status: Status, relationships: Map<string, ViewerRelationship>): LiveVisibility {
  const { account, reblog } = status;
  if ([account, ...(reblog ? [reblog.account] : [])].some(({ id }) => relationships.get(id)?.blockedBy)) return "none";
  const quoted = relationships.get(quotedIn(status)?.account.id ?? "");
  return quoted?.blocking || quoted?.blockedBy || quoted?.muting ? "withoutQuote" : "full";
}

/** The bark quoted by a bark, or by the original of a rebark. */
export function quotedIn({ reblog, quote }: Status) {
  return (reblog ?? { quote }).quote?.quoted_status ?? null;
}

/** The same status for people who may not see the bark it quotes. */
export function withoutQuote(status: Status): Status {
  const strip = <S extends Pick<Status, "quote">>(bark: S): S =>
    bark.quote ? { ...bark, quote: { ...bark.quote, state: "unauthorized", quoted_status: null } } : bark;
  return { ...strip(status), reblog: status.reblog && strip(status.reblog) };
}

/** Encodes a timeline entry as a member of a sorted set: "id" of a bark, "id:of" of a rebark, with inverted digits. */
export function encodeEntry({ id, of }: TimelineEntry): string {
  return invertDigits(of ? `${id}:${of}` : id);
}

/** Decodes a member of a sorted set into a timeline entry. */
export function decodeEntry(member: string): TimelineEntry {
  const text = invertDigits(member);
  return { id: text.slice(0, 19), of: text.slice(20) || null };
}

/** The lexical range of the members that are older than `max` and newer than `min`. */
export function encodeBounds({ max, min }: Pick<IdRange, "max" | "min">): { newest: string; oldest: string } {
  // "~" comes after the ":" of a rebark, so that it is behind every entry with this id.
  return { newest: `(${invertDigits(max)}~`, oldest: `(${invertDigits(min)}` };
}

/** The surplus and the missing entries of a cached timeline. */
export interface TimelineDrift {
  missing: TimelineEntry[];
  surplus: TimelineEntry[];
}

/** A rebark is dropped for an entry at most this many places below it, including late arrivals. */
const FAR_BELOW = 1.5 * REPEAT_WINDOW;

/**
 * Compares a cached timeline with the graph.
 * @param cached the entries of the cached timeline, newest first
 * @param truth the entries according to the graph, newest first
 * @param depth how many of each were read; what is below is unknown here
 * @param before entries with this id or a newer one may still be in delivery
 */
export function timelineDrift(
  cached: TimelineEntry[],
  truth: TimelineEntry[],
  depth: number,
  before: string,
): TimelineDrift {
  const settled = (entry: TimelineEntry) => entry.id < before;
  const [shown, known] = [cached, truth].map((entries) => new Set(entries.map(encodeEntry)));
  const lowest = [cached.at(-1)?.id ?? before, truth.at(-1)?.id ?? ""].toSorted().at(-1) ?? before;
  const within = (entry: TimelineEntry) => settled(entry) && entry.id >= lowest;
  const missing = truth.filter((entry) => within(entry) && !shown?.has(encodeEntry(entry)));
  const surplus = cached.filter((entry) => within(entry) && !known?.has(encodeEntry(entry)));
  // A rebark may have been dropped because of entries below it, so these have to be known to judge it.
  const about = new Set(cached.flatMap(({ id, of }) => (of ? [id, of] : [id])));
  const judged = truth.length < depth ? "" : (cached.at(-FAR_BELOW)?.id ?? before);
  return { missing: missing.filter(({ id, of }) => !of || (id > judged && !about.has(of))), surplus };
}
