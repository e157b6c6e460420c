import type { Status } from "@/lib/barks/schema";
import { NO_RELATIONSHIP } from "@/lib/people/rules";
import type { BlockRelation, Follower, ViewerRelationship } from "@/lib/people/schema";
import { invertDigits } from "@/lib/redis/invert-digits";
import type { TimelineEntry, IdRange } from "@/lib/timelines/schema";

/** Whom a bark brings along: its author, and whom it passes on, answers and mentions. */
export function peopleIn({ account, reblog, ...rest }: Status): string[] {
  const { account: author, in_reply_to_account_id: answered, mentions } = reblog ?? { account, ...rest };
  return [account.id, author.id, ...(answered === null ? [] : [answered]), ...mentions.map(({ id }) => id)];
}

/**
 * What belongs on somebody's Home: their own barks, and what people they follow *now* bark and pass on, but nothing
 * of those they mute, nor of others with those they mute or block. The timeline may still hold a bark of somebody just
 * unfollowed; this keeps it from showing.
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

/** What belongs on a list of everybody's barks: nothing of and with those whom the reader mutes or blocks. */
export function belongsOnPublicTimeline(
  status: Status,
  readerId: string | null,
  relationships: Map<string, ViewerRelationship>,
): boolean {
  return status.account.id === readerId || !isMutedOrBlocked(status, relationships);
}

function isMutedOrBlocked(status: Status, relationships: Map<string, ViewerRelationship>): boolean {
  return peopleIn(status).some((id) => {
    const relationship = relationships.get(id);
    return relationship !== undefined && (relationship.muting || relationship.blocking);
  });
}

/** How a follower hears of a bark: whole, without what it quotes, or not at all. */
export type LiveVisibility = "full" | "withoutQuote" | "none";

/**
 * How somebody who follows the author of a bark or rebark hears of it live: by the same rules as on a page of Home.
 * @param blockRelations with whom the follower has nothing to do, of all that the bark brings along or quotes
 */
export function liveVisibility(status: Status, follower: Follower, blockRelations: BlockRelation[]): LiveVisibility {
  const { account, reblog } = status;
  const { rebarks, languages } = follower;
  const relationships = new Map([
    [account.id, { ...NO_RELATIONSHIP, following: true, followingRebarks: rebarks, languages }],
  ]);
  for (const { person, how } of blockRelations)
    relationships.set(person, { ...(relationships.get(person) ?? NO_RELATIONSHIP), [how]: true });
  const across = [account, ...(reblog ? [reblog.account] : [])].some(({ id }) => relationships.get(id)?.blockedBy);
  if (across || !belongsOnHome(status, follower.id, relationships)) return "none";
  const quoted = relationships.get(quotedIn(status)?.account.id ?? "");
  return quoted?.blocking || quoted?.blockedBy || quoted?.muting ? "withoutQuote" : "full";
}

/** The bark that a bark, or the one a rebark passes on, quotes. */
export function quotedIn({ reblog, quote }: Status) {
  return (reblog ?? { quote }).quote?.quoted_status ?? null;
}

/** The same for those who may not see what it quotes. */
export function withoutQuote(status: Status): Status {
  const strip = <S extends Pick<Status, "quote">>(bark: S): S =>
    bark.quote ? { ...bark, quote: { ...bark.quote, state: "unauthorized", quoted_status: null } } : bark;
  return { ...strip(status), reblog: status.reblog && strip(status.reblog) };
}

/** How Redis keeps an entry of a timeline: a bark by its id, a rebark as "id:of", turned. */
export function encodeEntry({ id, of }: TimelineEntry): string {
  return invertDigits(of ? `${id}:${of}` : id);
}

/** An entry of a timeline from how Redis keeps it. */
export function decodeEntry(member: string): TimelineEntry {
  const text = invertDigits(member);
  return { id: text.slice(0, 19), of: text.slice(20) || null };
}

/** Between which members (lexical ranges) the entries are that are older than `max` and newer than `min`. */
export function encodeBounds({ max, min }: Pick<IdRange, "max" | "min">): { newest: string; oldest: string } {
  // "~" comes after the ":" of a rebark, so that it is behind every entry with this id.
  return { newest: `(${invertDigits(max)}~`, oldest: `(${invertDigits(min)}` };
}

/** Within how many entries of a timeline a rebark of the same bark is not shown again. */
const WINDOW = 40;

/** A timeline, newest first, without rebarks of what is among the entries right below them. */
export function dropRepeatedRebarks(entries: TimelineEntry[]): TimelineEntry[] {
  const kept: TimelineEntry[] = [];
  for (const entry of entries.toReversed()) {
    const recent = kept.slice(-WINDOW);
    if (!entry.of || !recent.some(({ id, of }) => id === entry.of || of === entry.of)) kept.push(entry);
  }
  return kept.toReversed();
}

/** What a timeline holds that it should not, and lacks. */
export interface TimelineDrift {
  missing: TimelineEntry[];
  surplus: TimelineEntry[];
}

/** What a rebark was left out for stands at most so many entries below it, some that came late between them included. */
const FAR_BELOW = 1.5 * WINDOW;

/**
 * Where a timeline differs from what the graph knows.
 * @param kept what the timeline shows, newest first
 * @param truth what the graph knows, newest first
 * @param depth how many were asked for of each: what is below them is not known here
 * @param before entries of this id and above are still on their way
 */
export function timelineDrift(
  kept: TimelineEntry[],
  truth: TimelineEntry[],
  depth: number,
  before: string,
): TimelineDrift {
  const settled = (entry: TimelineEntry) => entry.id < before;
  const [shown, known] = [kept, truth].map((entries) => new Set(entries.map(encodeEntry)));
  const lowest = [kept.at(-1)?.id ?? before, truth.at(-1)?.id ?? ""].toSorted().at(-1) ?? before;
  const within = (entry: TimelineEntry) => settled(entry) && entry.id >= lowest;
  const missing = truth.filter((entry) => within(entry) && !shown?.has(encodeEntry(entry)));
  const surplus = kept.filter((entry) => within(entry) && !known?.has(encodeEntry(entry)));
  // A rebark may have been left out because of what stood there when it came, which has to be known to judge it.
  const about = new Set(kept.flatMap(({ id, of }) => (of ? [id, of] : [id])));
  const judged = truth.length < depth ? "" : (kept.at(-FAR_BELOW)?.id ?? before);
  return { missing: missing.filter(({ id, of }) => !of || (id > judged && !about.has(of))), surplus };
}
