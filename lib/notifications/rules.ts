import type { Status } from "@/lib/barks/schema";
import type { Page } from "@/lib/http/page";
import { idFloor, idsOfShort, idTime } from "@/lib/ids";
import { type Alert, type PolicyChoice, type AlertKind, type Policy, TYPES } from "@/lib/notifications/schema";
import type { ViewerRelationship } from "@/lib/people/schema";
import { DAY_MS, HOUR_MS } from "@/lib/time";

/** Alerts of one kind about one bark are one row for this long (ms). */
const GROUP_MS = 12 * HOUR_MS;
/** People who joined, or began to follow, within this many days count as new: as in Mastodon's policy. */
const NEW_DAYS = 30;
const NEW_FOLLOWER_DAYS = 3;

/** Kinds that are grouped into one row; each alert of the others has content of its own. */
const GROUPED_KINDS = new Set<AlertKind>(["like", "rebark", "reaction", "follow"]);

/** A person's notification preferences. */
export interface NotificationPrefs {
  off: AlertKind[];
  policy: Policy;
  /** All alerts up to this id were cleared; "0" for none. */
  clearedTo: string;
  dismissed: string[];
}

/** The defaults, as in Mastodon. */
export const DEFAULT_PREFS: NotificationPrefs = {
  off: [],
  policy: {
    for_not_following: "accept",
    for_not_followers: "accept",
    for_new_accounts: "accept",
    for_private_mentions: "filter",
    for_limited_accounts: "filter",
  },
  clearedTo: "0",
  dismissed: [],
};

/** The person who caused an alert, in relation to its recipient. */
export interface Sender {
  relationship: ViewerRelationship;
  /** When they joined (Unix ms). */
  joinedAt: number;
  /** Whether staff limited them. */
  isLimited: boolean;
  /** Since when they follow the recipient (Unix ms); null when they do not. */
  followerSince: number | null;
  /** The recipient accepted their notification request, which overrides the policy. */
  accepted: boolean;
  /** Filtered alerts up to this id were dismissed; "0" for none. */
  dismissedTo: string;
}

export type AlertDecision = "tell" | "filter" | "hide";

/**
 * Whether an alert is shown to a person, filtered into a notification request by their policy, or hidden.
 * `status` is the bark it is about as they see it: null when they may not, or for follows.
 */
export function decideAlert(
  alert: Alert,
  prefs: NotificationPrefs,
  sender: Sender,
  status: Status | null,
  now: number,
): AlertDecision {
  if (alert.barkId !== null && !status) return "hide";
  if (alert.id <= prefs.clearedTo || prefs.dismissed.includes(alert.id) || prefs.off.includes(alert.kind))
    return "hide";
  if (alert.kind === "warning") return "tell";
  const { relationship } = sender;
  if (relationship.blocking || relationship.blockedBy || relationship.mutingNotifications || status?.muted)
    return "hide";
  if (sender.accepted || alert.kind === "edit" || alert.kind === "poll") return "tell";
  const strictest = strictestOf(grounds(alert, prefs.policy, sender, status, now));
  if (strictest === "filter") return alert.id <= sender.dismissedTo ? "hide" : "filter";
  return strictest === "drop" ? "hide" : "tell";
}

/** The policy's choices that apply to the sender. */
function grounds(alert: Alert, policy: Policy, sender: Sender, status: Status | null, now: number): PolicyChoice[] {
  const { relationship, followerSince, joinedAt } = sender;
  const lately = (at: number, days: number) => now - at < days * DAY_MS;
  const isPrivate = alert.kind === "mention" && status?.visibility === "direct";
  return [
    !relationship.following && policy.for_not_following,
    (followerSince === null || lately(followerSince, NEW_FOLLOWER_DAYS)) && policy.for_not_followers,
    lately(joinedAt, NEW_DAYS) && policy.for_new_accounts,
    isPrivate && !relationship.following && policy.for_private_mentions,
    sender.isLimited && !relationship.following && policy.for_limited_accounts,
  ].filter((choice) => choice !== false);
}

/**
 * Whether a policy filters anything at all; the default one does only while somebody is limited.
 * @param anyLimited whether anybody in town is limited
 */
export function filtersAnything(policy: Policy, anyLimited: boolean): boolean {
  const { for_not_following, for_not_followers, for_new_accounts, for_limited_accounts } = policy;
  // There are no direct messages here, so that choice never applies.
  const choices = [
    for_not_following,
    for_not_followers,
    for_new_accounts,
    ...(anyLimited ? [for_limited_accounts] : []),
  ];
  return choices.includes("filter");
}

function strictestOf(choices: PolicyChoice[]): PolicyChoice {
  if (choices.includes("drop")) return "drop";
  return choices.includes("filter") ? "filter" : "accept";
}

/** Keeps one alert per id when a bark is several kinds at once: the kind of the highest priority. */
export function dedupeByPriority(alerts: Alert[]): Alert[] {
  const byId = new Map<string, Alert>();
  for (const alert of alerts) {
    const other = byId.get(alert.id);
    if (!other || rank(alert) < rank(other)) byId.set(alert.id, alert);
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

const RANKS: Partial<Record<AlertKind, number>> = { mention: 0, quote: 1, bark: 2 };

function rank({ kind }: Alert): number {
  return RANKS[kind] ?? 3;
}

/** The key of the row an alert belongs to: one per kind and bark in half a day by the clock. Others are single. */
export function groupKeyOf(alert: Alert, gathered: ReadonlySet<AlertKind> = GROUPED_KINDS): string {
  if (!GROUPED_KINDS.has(alert.kind) || !gathered.has(alert.kind)) return `ungrouped-${alert.id}`;
  const window = Math.floor(idTime(alert.id) / GROUP_MS);
  return [TYPES[alert.kind], ...(alert.barkId ? [alert.barkId] : []), window].join("-");
}

/** The ids between which the alerts of a group lie (exclusive); null when the key is malformed. */
export function groupBounds(key: string): { max: string; min: string } | null {
  const alone = /^ungrouped-(\d{19})$/.exec(key)?.[1];
  if (alone) return { max: after(alone), min: before(alone) };
  const window = /^(?:(?:favourite|reblog|emoji_reaction)-\d{19}|follow)-(\d{5,6})$/.exec(key)?.[1];
  if (!window) return null;
  const from = Number(window) * GROUP_MS;
  return { max: idFloor(from + GROUP_MS), min: before(idFloor(from)) };
}

/** The ids right before and after one, as bounds. */
export function before(id: string): string {
  return (BigInt(id) - 1n).toString().padStart(19, "0");
}

export function after(id: string): string {
  return (BigInt(id) + 1n).toString().padStart(19, "0");
}

/**
 * The edits of a bark that are announced to somebody involved with it since `since`: at most one an hour. All are ids.
 */
export function toldEdits(edits: string[], since: string): string[] {
  let last = Number.NEGATIVE_INFINITY;
  return edits.toSorted().filter((id) => {
    if (id <= since || idTime(id) - last < HOUR_MS) return false;
    last = idTime(id);
    return true;
  });
}

/** A bound as `PageQuery` pads the short form of an id. */
const PADDED_SHORT = /^0{3,4}([1-9]\d{14,15})$/;

/** A page of notifications whose bounds may be the numbers by which groups name their newest notification. */
export function withShortBounds(page: Page): Page {
  const ids = (bound: string | undefined) => idsOfShort(PADDED_SHORT.exec(bound ?? "")?.[1] ?? "");
  const [max, since, min] = [ids(page.maxId), ids(page.sinceId), ids(page.minId)];
  return {
    ...page,
    ...(max && { maxId: max.smallest }),
    ...(since && { sinceId: since.largest }),
    ...(min && { minId: min.largest }),
  };
}
