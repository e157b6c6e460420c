import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { accountOf, requireDevice } from "@/lib/keylog/reads";
import { MessageArchive } from "@/lib/messages/archive/schema";
import { contactState, deviceKey, pairOf } from "@/lib/messages/rules";
import {
  ContactRow,
  StoredConversation,
  EnvelopeRow,
  WhoMayWrite,
  type ContactView,
  type ConversationView,
  type Envelope,
} from "@/lib/messages/schema";
import { toConversation, toEnvelope } from "@/lib/messages/view";
import { read, IdRow } from "@/lib/neo4j";
import { accountsById, findVisiblePerson } from "@/lib/people/reads";

/** More than a person has; older ones are not listed. */
const CONVERSATIONS = 2_000;
/** An answer of the inbox has no more envelopes once their payloads have so many characters: commits can be large. */
const INBOX_CHARACTERS = 8_000_000;

const REFUSALS = {
  device_cloned: ["conflict", "This device has posted something with this counter already: is it a copy?"],
  epoch_too_old: ["conflict", "The group has moved on. Please fetch what is new and send it again."],
  closed: ["forbidden", "They do not receive messages from you."],
  request_pending: ["conflict", "You can write more when they have accepted."],
} as const;

/** Why a post was refused, as the caller is told. */
export function refusal(reason: keyof typeof REFUSALS): ApiError {
  const [code, message] = REFUSALS[reason];
  return new ApiError(code, { reason, message });
}

/** The account of encrypted messages of a person. @throws ApiError not_found when they have none */
export async function requireAccount(personId: string): Promise<string> {
  const accountId = await accountOf(personId);
  if (accountId === null) throw new ApiError("not_found", { reason: "no_keys", message: "You have no keys yet." });
  return accountId;
}

/** All conversations of a person, newest first; none for somebody without keys. */
export async function readConversations(personId: string): Promise<ConversationView[]> {
  const accountId = await accountOf(personId);
  if (accountId === null) return [];
  const rows = await read("messages/by_account", { accountId, limit: CONVERSATIONS }, StoredConversation);
  return present(personId, rows);
}

/** A conversation of a person. @throws ApiError not_found for those of others too */
export async function readConversation(personId: string, id: string): Promise<ConversationView> {
  const [view] = await present(personId, [await conversationRow(await requireAccount(personId), id)]);
  if (!view) throw new ApiError("not_found");
  return view;
}

/** A conversation of an account, as the graph has it. @throws ApiError not_found */
export async function conversationRow(accountId: string, id: string): Promise<StoredConversation> {
  const [row] = await read("messages/by_id", { id, accountId }, StoredConversation);
  if (!row) throw new ApiError("not_found");
  return row;
}

async function present(personId: string, rows: StoredConversation[]): Promise<ConversationView[]> {
  const people = rows.flatMap(({ members }) => members.map((member) => member.personId));
  // Members know each other by their messages already, so a block hides nobody here.
  const accounts = await accountsById(personId, people, "own");
  return rows.map((row) => toConversation(row, accounts));
}

/** What a device has not acknowledged yet, in the order of each conversation. @throws ApiError forbidden */
export async function readInbox(
  personId: string,
  { device_id: deviceId, limit }: { device_id: string; limit: number },
): Promise<{ envelopes: Envelope[]; more: boolean }> {
  const device = deviceKey(await requireDevice(personId, deviceId), deviceId);
  const rows = await read("messages/inbox", { device, limit: limit + 1 }, z.object({ envelope: EnvelopeRow }));
  let characters = 0;
  const full = rows.findIndex(({ envelope }) => (characters += envelope.payload.length) > INBOX_CHARACTERS);
  // The first one is answered, whatever its size.
  const sent = rows.slice(0, full === -1 ? limit : Math.min(limit, Math.max(full, 1)));
  return { envelopes: sent.map(({ envelope }) => toEnvelope(envelope)), more: rows.length > sent.length };
}

/** The conversations with messages that a device has not acknowledged and its person wants to hear of. */
export async function readUnread(personId: string, deviceId: string): Promise<string[]> {
  const accountId = await requireDevice(personId, deviceId);
  const rows = await read("messages/unread", { accountId, device: deviceKey(accountId, deviceId) }, IdRow);
  return rows.map(({ id }) => id);
}

/** Whether a person has messages to hear of that none of their devices has fetched. */
export async function hasUnfetched(personId: string): Promise<boolean> {
  return (await read("messages/unfetched", { personId }, IdRow)).length > 0;
}

const DeviceKeyRow = z.object({ device: z.string(), signatureKey: z.string() });

/** The public keys (base64url) of those of some devices that are active, by device. */
export async function activeKeys(devices: string[]): Promise<Map<string, string>> {
  const rows = await read("messages/active_devices", { devices }, DeviceKeyRow);
  return new Map(rows.map(({ device, signatureKey }) => [device, signatureKey]));
}

/**
 * How some accounts stand to a person who wants to write to them; none for accounts whose people are gone.
 * @param beside all accounts of the conversation, since they may block each other
 */
export function contactRows(personId: string, accountIds: string[], beside: string[]): Promise<ContactRow[]> {
  return read("messages/contacts", { personId, accountIds, beside }, ContactRow);
}

/**
 * Whether a person may write to another, and their conversation if there is one. Somebody who blocks the viewer counts as
 * missing, as everywhere. @throws ApiError not_found
 */
export async function readContact(viewerId: string, personId: string): Promise<ContactView> {
  if (!(await findVisiblePerson(viewerId, personId))) throw new ApiError("not_found");
  const [own, account_id] = await Promise.all([accountOf(viewerId), accountOf(personId)]);
  if (account_id === null) return { account_id, contact: "no_keys", conversation_id: null };
  const [[row], found] = await Promise.all([
    contactRows(viewerId, [account_id], []),
    own === null || own === account_id ? [] : conversationOfPair(own, account_id),
  ]);
  const open = found[0]?.state === "open";
  const contact = row ? contactState(row) : "closed";
  const blocked = row?.blocked ?? true;
  return {
    account_id,
    contact: open && !blocked ? "open" : contact,
    conversation_id: found[0]?.id ?? null,
  };
}

const PairRow = z.object({ id: z.string(), state: z.string() });

/** The direct conversation of two accounts, and how the second stands to it. */
function conversationOfPair(own: string, other: string): Promise<z.infer<typeof PairRow>[]> {
  return read("messages/by_pair", { pair: pairOf("direct", [own, other]), accountId: other }, PairRow);
}

/** What the export says of a person's encrypted messages, which this server cannot read. */
export async function storedMessages(personId: string) {
  const accountId = await accountOf(personId);
  const [archive] = accountId === null ? [] : await read("archive/state", { accountId }, MessageArchive);
  return {
    note: "Your messages are end-to-end encrypted, so this export cannot contain them. Your devices can read them.",
    account: accountId,
    ...(await readMessageSettings(personId)),
    conversations: (await readConversations(personId)).map(({ id, kind, created_at, members }) => ({
      id,
      kind,
      created_at,
      members: members.map(({ account }) => account.acct),
    })),
    archive: { enabled: archive?.enabled ?? false, encrypted_records: archive?.count ?? 0 },
  };
}

const SettingsRow = z.object({ whoMayWrite: WhoMayWrite.nullable() });

/** Who may write to a person whom they do not know yet. */
export async function readMessageSettings(personId: string): Promise<{ who_may_write: WhoMayWrite }> {
  const [row] = await read("messages/settings", { personId }, SettingsRow);
  return { who_may_write: row?.whoMayWrite ?? "everyone" };
}
