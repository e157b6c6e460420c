import { withState } from "@/lib/barks/flags";
import { mayQuote, maySee, quoteApproval, quoteState } from "@/lib/barks/rules";
import type {
  BarkRow,
  Excerpt,
  StatusWithoutViewer,
  QuotedStatus,
  RebarkRow,
  Status,
  VersionRow,
  ViewerState,
} from "@/lib/barks/schema";
import { firstLink } from "@/lib/cards/rules";
import { toCard } from "@/lib/cards/view";
import { env } from "@/lib/env";
import { toAttachment } from "@/lib/media/view";
import { paths } from "@/lib/paths";
import { handleKey } from "@/lib/people/rules";
import type { Account, ViewerRelationship } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";
import { toPoll, toReplacedPoll } from "@/lib/polls/view";
import { entities } from "@/lib/text/entities";
import { textToHtml } from "@/lib/text/html";

export const EVERYBODY = Symbol("everybody");

/** A bark rendered for any reader, with what it refers to by id. */
export interface BarkView {
  kind: "bark";
  status: StatusWithoutViewer;
  quotes: BarkRow["quotes"];
}

/** A rebark rendered for any reader: its author and its original. */
export interface RebarkView {
  kind: "rebark";
  id: string;
  at: number;
  of: string;
  account: Account;
}

export type EntryView = BarkView | RebarkView;

/** The data from which a page of barks is rendered. */
export interface Parts {
  /** Null when signed out; "everybody" for events sent to several people who may all read it. */
  viewerId: string | null | typeof EVERYBODY;
  /** By id: the requested barks and rebarks, and their originals and quotes. */
  views: Map<string, EntryView>;
  /** By "id version": quoted versions that are no longer the newest. */
  versions: Map<string, StatusWithoutViewer>;
  states: Map<string, ViewerState>;
  relationships: Map<string, ViewerRelationship>;
}

/** A bark as any reader sees it: the viewer's own flags are all false, and its quote is filled in later. */
export function toBarkView(row: BarkRow): BarkView {
  const { bark, author, mentions, media, replyTo, poll, counts, reactions } = row;
  const origin = env().BARKER_ORIGIN;
  const url = origin + paths.bark(author.handle, bark.id);
  const status: StatusWithoutViewer = {
    id: bark.id,
    uri: url,
    url,
    created_at: new Date(bark.at).toISOString(),
    edited_at: bark.editedAt ? new Date(bark.editedAt).toISOString() : null,
    account: toAccount(author),
    content: contentOf(bark.text, mentions),
    text: bark.text,
    visibility: bark.audience,
    sensitive:
      bark.sensitive === true || bark.coveredAt != null || (author.alwaysSensitive === true && media.length > 0),
    spoiler_text: bark.spoiler ?? "",
    media_attachments: media.map(toAttachment),
    application: bark.app ? { name: bark.app, website: null } : null,
    mentions: mentions.map(({ id, handle, formerly }) => ({
      id,
      username: handle,
      acct: handle,
      url: origin + paths.person(handle),
      formerly: formerly?.filter((former) => names(bark.text, former)) ?? [],
    })),
    tags: topics(bark.text).map((name) => ({ name, url: topicUrl(name) })),
    tagged_collections: [],
    emojis: [],
    reblogs_count: counts.rebarks,
    favourites_count: counts.likes,
    replies_count: counts.replies,
    quotes_count: counts.quotes,
    emoji_reactions: reactions.map(({ emoji, count }) => ({ name: emoji, count, me: false })),
    in_reply_to_id: replyTo?.id ?? null,
    in_reply_to_account_id: replyTo?.author?.id ?? null,
    in_reply_to_acct: replyTo?.author?.handle ?? null,
    in_reply_to_excerpt: null,
    reblog: null,
    quote: null,
    quote_approval: quoteApproval(bark.audience, bark.quotePolicy ?? "public"),
    poll: poll && toPoll(bark.id, poll),
    card: media.length > 0 || row.quotes || poll ? null : cardOf(bark.text, row.card),
    language: bark.language,
    favourited: false,
    reblogged: false,
    muted: false,
    bookmarked: false,
    pinned: false,
    filtered: [],
    version: bark.version ?? 0,
    favourited_version: null,
  };
  return { kind: "bark", status, quotes: row.quotes };
}

/** A bark as it was in an earlier version. */
export function toVersionView(now: StatusWithoutViewer, { version, media, poll }: VersionRow): StatusWithoutViewer {
  return {
    ...now,
    content: contentOf(
      version.text,
      now.mentions.map(({ username, formerly }) => ({ handle: username, formerly })),
    ),
    text: version.text,
    spoiler_text: version.spoiler ?? "",
    sensitive: version.sensitive ?? false,
    language: version.language ?? null,
    media_attachments: media.map(toAttachment),
    poll: poll && (poll.current ? now.poll : toReplacedPoll(now.id, poll.row)),
    card: now.card && firstLink(version.text, env().BARKER_ORIGIN) === now.card.url ? now.card : null,
    tags: topics(version.text).map((name) => ({ name, url: topicUrl(name) })),
    version: version.n,
  };
}

export function toRebarkView({ rebark, author }: RebarkRow): RebarkView {
  return { kind: "rebark", ...rebark, account: toAccount(author) };
}

/** One of the requested barks as this viewer sees it, or null when they may not. */
export function present(id: string, parts: Parts): Status | null {
  const view = parts.views.get(id);
  if (view?.kind === "bark") {
    const plain = presentBark(view, parts);
    return plain && { ...plain, reblog: null };
  }
  if (view?.kind !== "rebark") return null;
  const original = parts.views.get(view.of);
  const relationship = parts.relationships.get(view.account.id);
  const reblog = original?.kind === "bark" ? presentBark(original, parts) : null;
  return reblog && !relationship?.blocking && !relationship?.blockedBy ? wrap(view, reblog) : null;
}

function presentBark({ status, quotes }: BarkView, parts: Parts): StatusWithoutViewer | null {
  const { viewerId } = parts;
  const relationship = parts.relationships.get(status.account.id);
  if (viewerId !== EVERYBODY && !maySee(status, viewerId, relationship)) return null;
  return {
    ...forViewer(status, parts),
    in_reply_to_excerpt: answeredBy(status, parts),
    quote: quotes && quoteOf(quotes, parts),
  };
}

/** The excerpt of what a bark answers. People who read one live event may differ in what they may see. */
function answeredBy({ in_reply_to_id: id }: StatusWithoutViewer, parts: Parts): Excerpt | null {
  const { viewerId, views, relationships } = parts;
  const parent = id === null ? undefined : views.get(id);
  if (viewerId === EVERYBODY || parent?.kind !== "bark") return null;
  const relationship = relationships.get(parent.status.account.id);
  if (relationship?.muting || !maySee(parent.status, viewerId, relationship)) return null;
  return excerptOf(parent.status);
}

/** More than fits in one line on any screen; in code points, so that no character is cut. */
const FIRST_WORDS = /^.{0,160}/u;
const FIRST_MENTIONS = /^(?:@\w{1,30}\s+)+/;

/** One line of a bark. */
export function excerptOf({ text, spoiler_text, media_attachments, account }: StatusWithoutViewer): Excerpt {
  const line = (text ?? "").replace(FIRST_MENTIONS, "").replace(/\s+/g, " ").trim();
  return {
    text: spoiler_text === "" ? (FIRST_WORDS.exec(line)?.[0] ?? "") : "",
    spoiler_text,
    pictures: media_attachments.length,
    account: { id: account.id, acct: account.acct, display_name: account.display_name, avatar: account.avatar },
  };
}

/** A bark with the viewer's own flags, and whether they may quote it. */
function forViewer(status: StatusWithoutViewer, { viewerId, states, relationships }: Parts): StatusWithoutViewer {
  const shown = withState(status, states.get(status.id), status.account.id === viewerId);
  const { quote_approval: approval } = status;
  // In an event for several people, it depends on which of them reads it.
  if (viewerId === EVERYBODY) {
    if (!approval.automatic.includes("followers")) return shown;
    return { ...shown, quote_approval: { ...approval, current_user: "unknown" } };
  }
  const may = mayQuote(status, viewerId, relationships.get(status.account.id));
  return { ...shown, quote_approval: { ...approval, current_user: may ? "automatic" : "denied" } };
}

function quoteOf(
  { id, version, revoked }: NonNullable<BarkRow["quotes"]>,
  parts: Parts,
): NonNullable<StatusWithoutViewer["quote"]> {
  if (revoked) return { state: "revoked", quoted_version: version, newer: false, quoted_status: null };
  const view = parts.views.get(id);
  const newest = view?.kind === "bark" ? view : null;
  const viewerId = parts.viewerId === EVERYBODY ? null : parts.viewerId;
  const state = quoteState(newest?.status ?? null, viewerId, parts.relationships.get(newest?.status.account.id ?? ""));
  const newer = newest !== null && newest.status.version > version;
  if (!newest || state !== "accepted") return { state, quoted_version: version, newer: false, quoted_status: null };
  const quoted = (newer && parts.versions.get(`${id} ${version}`)) || newest.status;
  const { quotes } = newest;
  const nested: QuotedStatus["quote"] = quotes && {
    state: quotes.revoked ? "revoked" : "accepted",
    quoted_version: quotes.version,
    newer: false,
    quoted_status_id: quotes.revoked ? null : quotes.id,
  };
  const quoted_status = { ...forViewer(quoted, parts), quote: nested };
  return { state, quoted_version: version, newer, quoted_status };
}

/** The wrapper that Mastodon shows a rebark in: its own id and account, everything else from the original. */
function wrap(view: RebarkView, reblog: StatusWithoutViewer): Status {
  const url = env().BARKER_ORIGIN + paths.bark(view.account.acct, view.id);
  return {
    ...reblog,
    id: view.id,
    uri: url,
    url: reblog.url,
    created_at: new Date(view.at).toISOString(),
    edited_at: null,
    account: view.account,
    text: null,
    application: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    in_reply_to_acct: null,
    in_reply_to_excerpt: null,
    quote: null,
    reblog,
  };
}

/** A bark's HTML: mentions link to existing people, also where it names them by a former handle. */
function contentOf(text: string, mentions: { handle: string; formerly?: string[] | null }[]): string {
  const known = new Map(mentions.flatMap(({ handle, formerly }) => (formerly ?? []).map((key) => [key, handle])));
  for (const { handle } of mentions) known.set(handleKey(handle), handle);
  const person = (handle: string) => {
    const found = known.get(handleKey(handle));
    return found ? env().BARKER_ORIGIN + paths.person(found) : null;
  };
  return text === "" ? "" : textToHtml(text, { person, topic: topicUrl });
}

/** The card of a bark's link. One that belongs to a link before an edit is not shown until the worker replaces it. */
function cardOf(text: string, card: BarkRow["card"]): StatusWithoutViewer["card"] {
  return card && firstLink(text, env().BARKER_ORIGIN) === card.address ? toCard(card) : null;
}

function names(text: string, key: string): boolean {
  return entities(text).some((entity) => entity.kind === "mention" && handleKey(entity.handle) === key);
}

function topicUrl(name: string): string {
  return env().BARKER_ORIGIN + paths.topic(name);
}

function topics(text: string): string[] {
  return [...new Set(entities(text).flatMap((entity) => (entity.kind === "topic" ? [entity.name] : [])))];
}
