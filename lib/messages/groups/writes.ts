import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { toBase64Url } from "@/lib/bytes/encoding";
import { requireDevice } from "@/lib/keylog/reads";
import { announceEnvelope } from "@/lib/messages/cache";
import { hashOf, inspectCommit, originOf, refused, type InspectedCommit } from "@/lib/messages/inspection";
import { activeKeys, contactRows, conversationRow, readConversation } from "@/lib/messages/reads";
import {
  contactState,
  deviceKey,
  devicesOf,
  hasDevices,
  isSize,
  membersAfter,
  membershipKey,
  pairOf,
  slotOf,
} from "@/lib/messages/rules";
import {
  EnvelopeRow,
  type Committed,
  type ConversationKind,
  type ConversationView,
  type MembershipRow,
  type MemberState,
  type NewCommit,
  type NewConversation,
  type NewGeneration,
} from "@/lib/messages/schema";
import { toEnvelope } from "@/lib/messages/view";
import { refusal } from "@/lib/messages/writes";
import { metrics } from "@/lib/metrics";
import { isConflict, read, write } from "@/lib/neo4j";

interface Start {
  conversationId: string;
  kind: ConversationKind;
  personId: string;
  accountId: string;
  /** The device that posts it. */
  device: string;
}

/** The members of a group, and whom its first commit adds. */
interface Group {
  members: MembershipRow[];
  commit: InspectedCommit | null;
}

/**
 * Creates a conversation with its first group. The same request again is answered as the first time.
 * @throws ApiError invalid, not_found, forbidden `closed`; conflict `exists`, `device_cloned`
 */
export async function createConversation(personId: string, sent: NewConversation): Promise<ConversationView> {
  const { conversation_id: conversationId, kind, device_id: deviceId } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const start: Start = { conversationId, kind, personId, accountId, device: deviceKey(accountId, deviceId) };
  const { members, commit } = await firstGroup(start, sent);
  const accounts = await accountStates(start, sent.account_ids);
  const origin = originOf(start.device, 0, sent.commit);
  const at = Date.now();
  const pair = pairOf(kind, sent.account_ids);
  const row = z.object({ id: z.string(), people: z.array(z.string()) });
  try {
    const [created] = await write(
      "messages/create",
      {
        ...{
          device: start.device,
          counter: sent.counter,
          accounts,
          removed: [],
          gone: [],
          hidden: 0,
          entries: commit ? 1 : 0,
        },
        conversation: {
          ...{ id: conversationId, kind, pair, origin, at, epochAt: at, generation: 0, number: commit ? 1 : 0 },
          epoch: commit ? 1 : 0,
        },
        seats: seatsOf(conversationId, members),
        envelope: envelopeOf(start, sent, commit, at),
      },
      row,
    );
    if (!created) {
      const there = await existing(conversationId, pair);
      if (there?.origin !== origin) throw refusal("device_cloned");
    } else if (commit) tell({ conversationId, number: 1 }, created.people);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const there = await existing(conversationId, pair);
    if (there?.origin !== origin || there.id !== conversationId) {
      const fields = { conversation_id: pair !== null && there ? there.id : null };
      throw new ApiError("conflict", { reason: "exists", fields, message: "There is such a conversation already." });
    }
  }
  return readConversation(personId, conversationId);
}

const CreatedRow = z.object({ id: z.string(), origin: z.string() });

async function existing(id: string, pair: string | null): Promise<z.infer<typeof CreatedRow> | undefined> {
  const rows = await read("messages/created", { id, pair: pair ?? "" }, CreatedRow);
  return rows.find((row) => row.id === id) ?? rows[0];
}

/**
 * Replaces the group of a conversation by a new one, when its members cannot go on with the old one.
 * @throws as `createConversation`; conflict `generation_taken`
 */
export async function replaceGroup(
  personId: string,
  conversationId: string,
  sent: NewGeneration,
): Promise<ConversationView> {
  const { device_id: deviceId, generation, counter } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const former = await conversationRow(accountId, conversationId);
  const start: Start = {
    conversationId,
    kind: former.kind,
    personId,
    accountId,
    device: deviceKey(accountId, deviceId),
  };
  const { members, commit } = await firstGroup(start, sent);
  const known = former.members.map((member) => member.accountId);
  const at = Date.now();
  const devices = new Set(members.map(({ device }) => device));
  const [row] = await write(
    "messages/replace_group",
    {
      ...{ conversationId, personId, device: start.device, counter, generation, at },
      next: commit ? 1 : 0,
      origin: originOf(start.device, generation, sent.commit),
      accounts: await accountStates(start, sent.account_ids, known),
      gone: known.filter((id) => !sent.account_ids.includes(id)),
      seats: seatsOf(conversationId, members),
      removed: former.roster.flatMap(({ device }) =>
        devices.has(device) ? [] : [membershipKey(conversationId, device)],
      ),
      // Devices that are no longer in it see nothing of the new group.
      hidden: commit ? 1 : 0,
      entries: commit ? 1 : 0,
      envelope: envelopeOf(start, sent, commit, at),
    },
    z.object({
      fate: z.enum(["new", "done", "generation_taken", "device_cloned"]),
      number: z.number(),
      people: z.array(z.string()),
    }),
  );
  if (!row) throw new ApiError("not_found");
  if (row.fate === "device_cloned") throw refusal("device_cloned");
  if (row.fate === "generation_taken") {
    const message = "The group has been replaced already. Please fetch what is new.";
    throw new ApiError("conflict", { reason: "generation_taken", message });
  }
  tell({ conversationId, number: row.number }, row.people);
  return readConversation(personId, conversationId);
}

/**
 * Accepts a commit, if it is the first one for its epoch.
 * @throws ApiError not_found, invalid, forbidden `closed`; conflict `epoch_taken` with the accepted one, `device_cloned`
 */
export async function postCommit(personId: string, conversationId: string, sent: NewCommit): Promise<Committed> {
  const { device_id: deviceId, generation, epoch, counter } = sent;
  const accountId = await requireDevice(personId, deviceId);
  const [former, content] = await Promise.all([
    conversationRow(accountId, conversationId),
    inspectCommit(sent.commit, sent.welcome, { conversationId, generation, epoch }),
  ]);
  const start: Start = {
    conversationId,
    kind: former.kind,
    personId,
    accountId,
    device: deviceKey(accountId, deviceId),
  };
  const isCurrent = former.generation === generation && former.epoch === epoch;
  const change = isCurrent ? await changeOf(start, former, sent, content) : NO_CHANGE;
  const at = Date.now();
  const [row] = await write(
    "messages/commit",
    {
      ...{
        conversationId,
        personId,
        device: start.device,
        counter,
        generation,
        epoch,
        at,
        hidden: 0,
        entries: 1,
        ...change,
      },
      next: epoch + 1,
      slot: slotOf(conversationId, generation, epoch),
      hash: hashOf(sent.commit),
      envelope: envelopeOf(start, sent, content, at),
    },
    z.object({
      fate: z.enum(["new", "done", "epoch_taken", "device_cloned"]),
      number: z.number(),
      people: z.array(z.string()),
      envelope: EnvelopeRow.nullable(),
    }),
  );
  if (!row) throw new ApiError("not_found");
  if (row.fate === "device_cloned") throw refusal("device_cloned");
  if (row.fate === "epoch_taken") {
    const fields = { envelope: row.envelope && toEnvelope(row.envelope) };
    throw new ApiError("conflict", { reason: "epoch_taken", fields, message: "Another commit was accepted before." });
  }
  tell({ conversationId, number: row.number }, row.people);
  return { number: row.number, epoch: epoch + 1 };
}

const NO_CHANGE = { seats: [], removed: [], accounts: [], gone: [] };

/** What a commit changes, after it was compared with the group as it is and with the key log. */
async function changeOf(
  start: Start,
  former: { roster: MembershipRow[]; members: { accountId: string }[] },
  sent: NewCommit,
  content: InspectedCommit,
) {
  const { conversationId, device } = start;
  const own = former.roster.find((one) => one.device === device);
  if (!own) throw new ApiError("not_found");
  if (own.leaf !== content.sender) throw refused("wrong_sender", "The commit is from another leaf.");
  const members = await requireGroup(start, sent, former.roster, content);
  const known = former.members.map(({ accountId }) => accountId);
  const before = new Set(former.roster.map((one) => one.device));
  const now = new Set(members.map((one) => one.device));
  // A device that is removed and added by the same commit gets a new leaf.
  const added = members.filter(
    (one) => !before.has(one.device) || content.adds.some((add) => add.device === one.device),
  );
  return {
    seats: seatsOf(conversationId, added),
    removed: [...before].flatMap((one) => (now.has(one) ? [] : [membershipKey(conversationId, one)])),
    accounts: await accountStates(start, sent.account_ids, known),
    gone: known.filter((id) => !sent.account_ids.includes(id)),
  };
}

/** The members of a new group, in which the device that creates it has the first leaf. */
async function firstGroup(start: Start, sent: NewConversation | NewGeneration): Promise<Group> {
  const { conversationId, device } = start;
  const { generation, epoch, welcome } = sent;
  const alone = [{ device, leaf: 0 }];
  if (epoch !== 0) throw refused("wrong_epoch", "A group begins with epoch 0.");
  const commit =
    sent.commit === null ? null : await inspectCommit(sent.commit, welcome, { conversationId, generation, epoch });
  if (commit && commit.sender !== 0) throw refused("wrong_sender", "The first commit is from the first leaf.");
  if (!commit && welcome !== null) throw refused("wrong_welcome", "There is a welcome without a commit.");
  return { members: await requireGroup(start, sent, alone, commit), commit };
}

/**
 * The memberships after a commit, which must be those of the roster, and active devices with the keys of the key log.
 * @throws ApiError invalid
 */
async function requireGroup(
  { kind, accountId }: Start,
  sent: Pick<NewCommit, "roster" | "account_ids">,
  before: MembershipRow[],
  commit: InspectedCommit | null,
): Promise<MembershipRow[]> {
  const devices = devicesOf(sent.roster, sent.account_ids);
  if (!devices || !isSize(kind, sent.account_ids.length) || !sent.account_ids.includes(accountId))
    throw refused("wrong_roster", "The members and devices do not fit together.");
  const adds = commit?.adds ?? [];
  const members = commit ? membersAfter(before, { ...commit, adds: adds.map((add) => add.device) }) : before;
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
async function accountStates(
  { personId, accountId }: Start,
  accountIds: string[],
  known: string[] = [],
): Promise<{ id: string; state: MemberState }[]> {
  const fresh = accountIds.filter((id) => id !== accountId && !known.includes(id));
  const rows = new Map((await contactRows(personId, fresh)).map((row) => [row.accountId, row]));
  if (fresh.some((id) => !rows.has(id))) throw new ApiError("not_found", { message: "There is no such account." });
  return accountIds.map((id) => {
    const row = rows.get(id);
    const state = row ? contactState(row) : "open";
    if (state === "closed") throw refusal("closed");
    return { id, state };
  });
}

const seatsOf = (conversationId: string, members: MembershipRow[]) =>
  members.map(({ device, leaf }) => ({ key: membershipKey(conversationId, device), device, leaf }));

/** The envelope of a commit; null while a device is alone in its group. */
function envelopeOf(
  { conversationId }: Start,
  {
    commit,
    welcome,
    generation,
    epoch,
  }: Pick<NewConversation, "commit" | "welcome"> & { generation: number; epoch: number },
  content: InspectedCommit | null,
  at: number,
) {
  if (commit === null) return null;
  return {
    ...{ conversationId, generation, epoch, kind: "commit", payload: commit, welcome, at },
    joined: content?.adds.map(({ device }) => device) ?? [],
    hash: hashOf(commit),
    slot: slotOf(conversationId, generation, epoch),
    // A commit is nothing to read.
    silent: true,
  };
}

function tell(envelope: { conversationId: string; number: number }, people: string[]): void {
  metrics().envelopes.inc({ kind: "commit" });
  announceEnvelope(
    envelope,
    [...new Set(people)].map((personId) => ({ personId, alert: false })),
  );
}
