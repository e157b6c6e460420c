import { randomBytes } from "node:crypto";
import { z } from "zod";
import { fromBase64Url, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { decodeEntry, entryHash, type KeyChainEntry } from "@/lib/keychain/entry";
import { MAX_CLOCK_SKEW_MS, RESET_DELAY_MS, verifyAppend } from "@/lib/keychain/rules";
import { decodeState, encodeState, KeyChainError, type KeyChainState } from "@/lib/keychain/state";
import { requireLogKeys } from "@/lib/keylog/log/policy";
import { accountOf } from "@/lib/keylog/reads";
import { devicesOf, updatesOf, type Update } from "@/lib/keylog/rules";
import { log } from "@/lib/log";
import { isConflict, read, write, IdRow } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { channels } from "@/lib/redis/keys";

const Before = z.object({
  handleKey: z.string(),
  ownerId: z.string().nullable(),
  loggedKey: z.string().nullable(),
  newest: z.number().nullable(),
  state: z.string().nullable(),
  entry: z.string().nullable(),
  loggedAt: z.number().nullable(),
});
type Before = z.infer<typeof Before>;
const Seq = z.object({ seq: z.number() });

/** What somebody wants to append to the chain of their account. */
export interface Append {
  personId: string;
  /** The bytes of a `KeyChainEntry`. */
  bytes: Uint8Array;
  /** What devices that the entry adds are called until somebody names them. */
  deviceName: string;
  /** Unix ms. */
  now?: number;
}

/**
 * Appends an entry to the chain of the caller's account, or begins it, and has it added to the key log. The same entry
 * again changes nothing.
 * @returns the account and the number of the entry
 * @throws ApiError invalid with the code of the `KeyChainError` as its reason, or `malformed`; conflict with
 *   `seq_taken` (another entry has this number) or `account_exists`; forbidden for an account of somebody else; away
 *   when this server has no key log
 */
export async function appendEntry({ personId, bytes, deviceName, now = Date.now() }: Append): Promise<{
  accountId: string;
  seq: number;
}> {
  // Without keys nobody would ever sequence it.
  requireLogKeys();
  const entry = decoded(bytes);
  const [accountId, seq] = [toHex(entry.tbs.accountId), entry.tbs.seq];
  const [before] = await read("keylog/entry", { personId, accountId, seq }, Before);
  if (!before) throw new ApiError("not_found");
  if (before.ownerId !== null && before.ownerId !== personId) {
    throw new ApiError("forbidden", { reason: "not_your_account" });
  }
  if (isRepeat(before, bytes)) return { accountId, seq };
  if (seq === 0) await refuseSecondAccount(personId, accountId);
  const state = verified(before, entry, now);
  await store({ personId, deviceName, now, entry, bytes, state, before }, accountId);
  return { accountId, seq };
}

function decoded(bytes: Uint8Array): KeyChainEntry {
  try {
    return decodeEntry(bytes);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new ApiError("invalid", { reason: "malformed", message: "This is no key chain entry.", cause: error });
  }
}

/** Whether the entry is in the chain already. @throws ApiError conflict when another one is in its place */
function isRepeat({ entry, newest }: Before, bytes: Uint8Array): boolean {
  if (entry === null) return false;
  if (entry === toBase64Url(bytes)) return true;
  throw new ApiError("conflict", { reason: "seq_taken", fields: { seq: newest } });
}

async function refuseSecondAccount(personId: string, accountId: string): Promise<void> {
  const other = await accountOf(personId);
  if (other === null || other === accountId) return;
  throw new ApiError("conflict", { reason: "account_exists", fields: { account_id: other } });
}

function verified({ state, loggedAt }: Before, entry: KeyChainEntry, now: number): KeyChainState {
  try {
    if (entry.tbs.type === "reset") requireAnnounced(loggedAt, entry.tbs.seq, now);
    return verifyAppend(state === null ? null : decodeState(fromBase64Url(state)), entry, now);
  } catch (error) {
    if (!(error instanceof KeyChainError)) throw error;
    throw new ApiError("invalid", {
      reason: error.code,
      message: `The entry was refused: ${error.code}`,
      cause: error,
    });
  }
}

/** Contacts see in the log for how long a reset was announced there, whatever times its entries claim. */
function requireAnnounced(loggedAt: number | null, seq: number, now: number): void {
  if (loggedAt === null || now < loggedAt + RESET_DELAY_MS - MAX_CLOCK_SKEW_MS) {
    throw new KeyChainError("reset_too_early", seq);
  }
}

interface Accepted extends Required<Append> {
  entry: KeyChainEntry;
  state: KeyChainState;
  before: Before;
}

async function store(accepted: Accepted, accountId: string): Promise<void> {
  const { personId, now, entry, bytes, state, before, deviceName } = accepted;
  const { seq, type } = entry.tbs;
  const given = {
    personId,
    accountId,
    seq,
    at: now,
    closed: type === "close",
    state: toBase64Url(encodeState(state)),
    entry: { key: `${accountId} ${seq}`, entry: toBase64Url(bytes), hash: toHex(entryHash(entry)) },
    devices: devicesOf(state).map(({ id, sigKey, addedSeq }) => ({
      id,
      addedSeq,
      key: `${accountId} ${id}`,
      signatureKey: toBase64Url(sigKey),
      name: deviceName,
    })),
    handleKey: before.handleKey,
    updates: updatesOf(entry, before.loggedKey ?? before.handleKey).map(toUpdate),
  };
  const stored = await write("keylog/append", given, Seq).catch((error: unknown) => {
    if (isConflict(error)) return [];
    throw error;
  });
  // Another entry, or the same one in an attempt that was repeated: what is there now decides.
  if (stored.length === 0) {
    const [after] = await read("keylog/entry", { personId, accountId, seq }, Before);
    if (seq === 0) await refuseSecondAccount(personId, accountId);
    if (!after || !isRepeat(after, bytes)) throw new ApiError("conflict", { reason: "seq_taken" });
  }
  wakeSequencer();
}

/** An update as the sequencer finds it. Without the opening, nobody can tell what its commitment in the log is about. */
export function toUpdate({ value, ...update }: Update) {
  return { ...update, id: newId(), value: toBase64Url(value), opening: toBase64Url(randomBytes(16)) };
}

/** Tells the worker that sequences the log that there is something new. Without the message it looks every two seconds. */
export function wakeSequencer(): void {
  redis()
    .publish(channels.keyLog, "new")
    .catch((error: unknown) => log().debug({ err: error }, "the sequencer was not woken"));
}

/**
 * Names an active device of a person, and binds it to the session or token of the request, which ends when the device
 * is removed from the chain.
 * @throws ApiError not_found
 */
export async function nameDevice(personId: string, deviceId: string, name: string, credential: string): Promise<void> {
  const given = { personId, deviceId, name, credential, at: Date.now() };
  if ((await write("keylog/name_device", given, IdRow)).length === 0) throw new ApiError("not_found");
}
