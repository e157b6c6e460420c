import type { StatusWithoutViewer, QuotePolicy, QuoteState, Status } from "@/lib/barks/schema";
import { handleKey } from "@/lib/people/rules";
import type { ViewerRelationship } from "@/lib/people/schema";
import { entities } from "@/lib/text/entities";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import { barkLength, BARK_LIMIT, CODE_POINT_LIMIT, isVisible } from "@/lib/text/length";

/** How many people one bark may mention and topics it may name. */
const MENTION_LIMIT = 50;

/** How far ahead (ms) a bark is scheduled at least and at most, and how many are: in all, and for one day (of UTC). */
export const SCHEDULE_LIMITS = { ahead: 5 * MINUTE_MS, farthest: 366 * DAY_MS, total: 300, aDay: 25 };

/** What somebody is told whose bark has a word, or leads to a domain, that the town does not allow. */
export const notAllowed = (word: string): string => `This town does not allow “${word}”.`;

export type TextFault = { error: string; description: string };

/** Why a text (in NFC) cannot be a bark, or null when it can. With pictures it may be empty. */
export function textFault(text: string, pictures = 0): TextFault | null {
  if (pictures === 0 && !isVisible(text)) return { error: "ERR_BLANK", description: "A bark needs something to read." };
  // Long texts are rejected by their code points before they are segmented, which is slower.
  const excess = codePoints(text) > CODE_POINT_LIMIT || barkLength(text) > BARK_LIMIT;
  return excess ? { error: "ERR_TOO_LONG", description: "A bark has at most 240 characters." } : null;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The handle keys a text mentions and the topics it names, each once. */
export function references(text: string): { mentions: string[]; topics: string[] } {
  const mentions = new Set<string>();
  const topics = new Set<string>();
  for (const entity of entities(text)) {
    if (entity.kind === "mention" && mentions.size < MENTION_LIMIT) mentions.add(handleKey(entity.handle));
    if (entity.kind === "topic" && topics.size < MENTION_LIMIT) topics.add(entity.name);
  }
  return { mentions: [...mentions], topics: [...topics] };
}

type Seen = Pick<StatusWithoutViewer, "visibility"> & {
  account: { id: string };
  mentions: { id: string }[];
};

/**
 * Whether a viewer may read a bark: not across a block, and a private one only if they follow its author or are
 * mentioned. `relationship` is the viewer's to the author; signed-out viewers have neither id nor relationship.
 */
export function maySee(bark: Seen, viewerId: string | null, relationship: ViewerRelationship | undefined): boolean {
  if (bark.account.id === viewerId) return true;
  if (relationship?.blocking || relationship?.blockedBy) return false;
  if (bark.visibility === "public" || bark.visibility === "unlisted") return true;
  return relationship?.following === true || bark.mentions.some(({ id }) => id === viewerId);
}

/** Why a quoted bark is shown or not; `quoted` is null when it was deleted. */
export function quoteState(
  quoted: Seen | null,
  viewerId: string | null,
  relationship: ViewerRelationship | undefined,
): QuoteState {
  if (!quoted) return "deleted";
  if (relationship?.blocking) return "blocked_account";
  if (!maySee(quoted, viewerId, relationship)) return "unauthorized";
  return relationship?.muting ? "muted_account" : "accepted";
}

/** Whether a bark may be rebarked and quoted: a private one only by its author. */
export function mayRebark(bark: Seen, viewerId: string): boolean {
  return bark.visibility !== "private" || bark.account.id === viewerId;
}

type QuoteApproval = StatusWithoutViewer["quote_approval"];

/** Whom a bark lets quote it, without asking its author; nobody, when it is for followers only. */
export function quoteApproval(visibility: StatusWithoutViewer["visibility"], policy: QuotePolicy): QuoteApproval {
  const open = visibility === "public" || visibility === "unlisted";
  const automatic = open && policy !== "nobody" ? [policy] : [];
  return { automatic, manual: [], current_user: policy === "public" && open ? "automatic" : "denied" };
}

/**
 * Whether a viewer may quote a bark that they may read: its author always may, unless it is for followers only.
 * @param viewerId null when signed out
 */
export function mayQuote(
  bark: Seen & { quote_approval: Pick<QuoteApproval, "automatic"> },
  viewerId: string | null,
  relationship: ViewerRelationship | undefined,
): boolean {
  if (bark.visibility !== "public" && bark.visibility !== "unlisted") return false;
  if (bark.account.id === viewerId) return true;
  const { automatic } = bark.quote_approval;
  return automatic.includes("public") || (automatic.includes("followers") && relationship?.following === true);
}

/** The default audience of a reply: never wider than that of the bark it answers. */
export function replyAudience(wanted: "public" | "unlisted" | "private" | undefined, answered: Seen | null) {
  const audience = wanted ?? "public";
  return answered?.visibility === "private" && wanted === undefined ? "private" : audience;
}

/** The bark that a status shows: for a rebark, the original. */
export function barkOf(status: Status): StatusWithoutViewer {
  return status.reblog ?? { ...status, reblog: null };
}
