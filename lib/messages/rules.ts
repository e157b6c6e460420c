import type { ContactRow, ConversationKind, MembershipRow, RosterEntry } from "@/lib/messages/schema";

/** For how long (ms) after a commit messages of the epoch before are accepted: they were on their way. */
export const FORMER_EPOCH_MS = 60_000;
/** How many silent messages (names, edits, reactions) a conversation takes until somebody else accepts it. */
export const QUIET_MESSAGES = 100;
/** How long (ms) envelopes wait for devices that do not fetch them. */
export const ENVELOPE_MS = 30 * 24 * 60 * 60 * 1_000;

/** A device by its account, as the graph names it. */
export const deviceKey = (accountId: string, deviceId: string): string => `${accountId} ${deviceId}`;

/** A device's membership in a conversation. */
export const membershipKey = (conversationId: string, device: string): string => `${conversationId} ${device}`;

/** What is unique among the commits of a conversation: one for each epoch of each generation. */
export const slotOf = (conversationId: string, generation: number, epoch: number): string =>
  `${conversationId} ${generation} ${epoch}`;

/** What is unique among conversations: two people have one, and one has a single one of their own. Null for groups. */
export function pairOf(kind: ConversationKind, accountIds: string[]): string | null {
  return kind === "group" ? null : accountIds.toSorted().join(" ");
}

/** Whether a conversation of this kind may have this many members. */
export function isSize(kind: ConversationKind, accounts: number): boolean {
  return kind === "self" ? accounts === 1 : kind === "direct" ? accounts === 2 : accounts <= 32;
}

/** The devices of a roster; null if it lists one twice, or one of an account that is no member. */
export function devicesOf(roster: RosterEntry[], accountIds: string[]): string[] | null {
  const devices = roster.map(({ account_id: account, device_id: device }) => deviceKey(account, device));
  const isConsistent =
    new Set(devices).size === devices.length &&
    new Set(accountIds).size === accountIds.length &&
    roster.every(({ account_id: account }) => accountIds.includes(account));
  return isConsistent ? devices : null;
}

/** What a commit does, by the devices and leaves it names. */
export interface CommitContent {
  /** The leaf of the device that commits. */
  sender: number;
  /** The devices that it adds, in its order. */
  adds: string[];
  /** The leaves that it removes. */
  removes: number[];
}

/**
 * The memberships after a commit: removed leaves become free, and each added device takes the leftmost free leaf, as
 * RFC 9420 has it.
 * @returns null when it removes a leaf that is empty or the sender's own, or adds a device that is there
 */
export function membersAfter(
  before: MembershipRow[],
  { sender, adds, removes }: CommitContent,
): MembershipRow[] | null {
  const gone = new Set(removes);
  const left = before.filter(({ leaf }) => !gone.has(leaf));
  if (gone.size !== removes.length || gone.has(sender) || before.length - left.length !== gone.size) return null;
  const taken = new Set(left.map(({ leaf }) => leaf));
  const here = new Set(left.map(({ device }) => device));
  for (const device of adds) {
    if (here.has(device)) return null;
    here.add(device);
    let leaf = 0;
    while (taken.has(leaf)) leaf += 1;
    taken.add(leaf);
    left.push({ device, leaf });
  }
  return left;
}

/** Whether memberships are of exactly these devices. */
export function hasDevices(members: MembershipRow[], devices: string[]): boolean {
  const listed = new Set(devices);
  return members.length === listed.size && members.every(({ device }) => listed.has(device));
}

/**
 * Whether somebody may be written to or added to a group, and how: at once by those they follow, else as a request, if
 * they allow that.
 */
export function contactState({ blocked, follows, whoMayWrite }: ContactRow): "open" | "request" | "closed" {
  if (blocked || whoMayWrite === "nobody") return "closed";
  if (follows) return "open";
  return whoMayWrite === "followed" ? "closed" : "request";
}
