import { ApiError } from "@/lib/errors";
import { toBase64Url } from "@/lib/bytes/encoding";
import { hashOf, inspectCommit, refused, type InspectedCommit } from "@/lib/messages/inspection";
import { activeKeys, contactRows, refusal } from "@/lib/messages/reads";
import { contactState, devicesOf, hasDevices, isSize, membersAfter, membershipKey, slotOf } from "@/lib/messages/rules";
import type {
  ConversationKind,
  MembershipRow,
  MemberState,
  NewCommit,
  NewConversation,
  NewGeneration,
} from "@/lib/messages/schema";

/** Who begins or changes a group. */
export interface Committer {
  conversationId: string;
  kind: ConversationKind;
  personId: string;
  accountId: string;
  /** The device that posts it. */
  device: string;
}

/** The group as it was before. */
export interface FormerGroup {
  roster: MembershipRow[];
  accounts: string[];
}

/** What changes in the graph: see cypher/messages/_members. */
export interface GroupChange {
  seats: { key: string; device: string; leaf: number }[];
  removed: string[];
  accounts: { id: string; state: MemberState }[];
  gone: string[];
  hidden: number;
  entries: number;
}

export const NO_CHANGE: GroupChange = { seats: [], removed: [], accounts: [], gone: [], hidden: 0, entries: 1 };

/** What a commit changes, after it was compared with the group as it is and with the key log. @throws ApiError */
export async function changeOf(
  by: Committer,
  former: FormerGroup,
  sent: NewCommit,
  commit: InspectedCommit,
): Promise<GroupChange> {
  const own = former.roster.find(({ device }) => device === by.device);
  if (!own) throw new ApiError("not_found");
  if (own.leaf !== commit.sender) throw refused("wrong_sender", "The commit is from another leaf.");
  const members = await requireGroup(by, sent, former.roster, commit);
  const [before, now] = [devicesIn(former.roster), devicesIn(members)];
  return {
    ...(await accountChange(by, sent.account_ids, former)),
    seats: seatsOf(
      by.conversationId,
      members.filter(({ device }) => !before.has(device)),
    ),
    removed: [...before].flatMap((device) => (now.has(device) ? [] : [membershipKey(by.conversationId, device)])),
    hidden: 0,
    entries: 1,
  };
}

/**
 * What the first commit of a group changes; the device that creates it has the first leaf. Devices that were in a former
 * group of the conversation and are not in this one see nothing of it.
 * @throws ApiError
 */
export async function firstChange(
  by: Committer,
  sent: NewConversation | NewGeneration,
  former: FormerGroup = { roster: [], accounts: [] },
): Promise<{ change: GroupChange; commit: InspectedCommit | null }> {
  const { conversationId, device } = by;
  const { generation, epoch, welcome } = sent;
  if (epoch !== 0) throw refused("wrong_epoch", "A group begins with epoch 0.");
  if (sent.commit === null && welcome !== null) throw refused("wrong_welcome", "There is a welcome without a commit.");
  const place = { conversationId, generation, epoch };
  const commit = sent.commit === null ? null : await inspectCommit(sent.commit, welcome, place);
  if (commit && commit.sender !== 0) throw refused("wrong_sender", "The first commit is from the first leaf.");
  const members = await requireGroup(by, sent, [{ device, leaf: 0 }], commit);
  const now = devicesIn(members);
  const entries = commit ? 1 : 0;
  const change = {
    ...(await accountChange(by, sent.account_ids, former)),
    seats: seatsOf(conversationId, members),
    removed: former.roster.flatMap((one) => (now.has(one.device) ? [] : [membershipKey(conversationId, one.device)])),
    hidden: entries,
    entries,
  };
  return { change, commit };
}

const devicesIn = (members: MembershipRow[]) => new Set(members.map(({ device }) => device));

const seatsOf = (conversationId: string, members: MembershipRow[]) =>
  members.map(({ device, leaf }) => ({ key: membershipKey(conversationId, device), device, leaf }));

/**
 * The memberships after a commit, which must be those of the roster, and active devices with the keys of the key log.
 * @throws ApiError invalid
 */
async function requireGroup(
  { kind, accountId }: Committer,
  sent: Pick<NewCommit, "roster" | "account_ids">,
  before: MembershipRow[],
  commit: InspectedCommit | null,
): Promise<MembershipRow[]> {
  const devices = devicesOf(sent.roster, sent.account_ids);
  if (!devices || !isSize(kind, sent.account_ids.length) || !sent.account_ids.includes(accountId))
    throw refused("wrong_roster", "The members and devices do not fit together.");
  const adds = commit?.adds ?? [];
  const members = commit ? membersAfter(before, { ...commit, adds: adds.map(({ device }) => device) }) : before;
  if (!members || !hasDevices(members, devices))
    throw refused("wrong_roster", "The roster is not what the commit makes of the group.");
  const keys = await activeKeys(devices);
  const inactive = devices.filter((device) => !keys.has(device));
  if (inactive.length > 0) {
    const fields = { device_ids: inactive.map((device) => device.split(" ")[1]) };
    throw new ApiError("invalid", { reason: "inactive_device", fields, message: "A device is not in the key log." });
  }
  if (adds.some(({ device, signatureKey }) => keys.get(device) !== toBase64Url(signatureKey)))
    throw refused("wrong_key", "A device is added with another key than that of the key log.");
  return members;
}

/**
 * The members after a change, and how those that are new stand to it: their conversation is open if they follow the
 * person who adds them, else a request.
 * @throws ApiError forbidden `closed` if somebody new does not allow it, not_found for accounts that do not exist
 */
async function accountChange(
  { personId, accountId, kind }: Committer,
  accountIds: string[],
  former: FormerGroup,
): Promise<Pick<GroupChange, "accounts" | "gone">> {
  const known = former.accounts;
  const fresh = accountIds.filter((id) => id !== accountId && !known.includes(id));
  const gone = known.filter((id) => !accountIds.includes(id));
  // Whom a direct conversation is with never changes.
  if (kind === "direct" && known.length > 0 && fresh.length > 0)
    throw refused("wrong_roster", "Nobody else can join a direct conversation.");
  const rows = new Map((await contactRows(personId, fresh, accountIds)).map((row) => [row.accountId, row]));
  if (fresh.some((id) => !rows.has(id))) throw new ApiError("not_found", { message: "There is no such account." });
  const accounts = accountIds.map((id) => {
    const row = rows.get(id);
    const state = row ? contactState(row) : "open";
    if (state === "closed") throw refusal("closed");
    return { id, state };
  });
  return { accounts, gone };
}

/** The envelope of a commit as it is stored; null while a device is alone in its group. */
export function envelopeOf(
  { conversationId }: Committer,
  sent: Pick<NewConversation, "commit" | "welcome"> & { generation: number; epoch: number },
  content: InspectedCommit | null,
  at: number,
) {
  const { commit, welcome, generation, epoch } = sent;
  if (commit === null) return null;
  return {
    conversationId,
    generation,
    epoch,
    kind: "commit",
    payload: commit,
    welcome,
    at,
    joined: content?.adds.map(({ device }) => device) ?? [],
    hash: hashOf(commit),
    slot: slotOf(conversationId, generation, epoch),
    // There is nothing to read in a commit.
    silent: true,
  };
}
