import { fromHex } from "./bytes";
import {
  entryHash,
  keyIdOf,
  signedBytes,
  ZERO_HASH,
  type Body,
  type Device,
  type Entry,
  type EntryType,
} from "./chain";
import { verify } from "./crypto";

/* The rules of key chains (keys.md, sections 3 to 5). */

const MINUTES_10 = 600_000;
const HOURS_72 = 72 * 3_600_000;

/** A chain that breaks a rule; `code` is the protocol's. */
export class ChainFault extends Error {
  override readonly name = "ChainFault";

  constructor(readonly code: string) {
    super(`the key chain is wrong: ${code}`);
  }
}

interface Lists {
  devices: Device[];
  recovery: string[];
  archiveEpoch: number;
}

/** What is known of an account after its newest entry. It is kept, so that later entries must continue it. */
export interface Chain extends Lists {
  account: string;
  seq: number;
  head: string;
  type: EntryType;
  time: number;
  pending: (Lists & { time: number }) | null;
  removedIds: string[];
  removedKeys: string[];
  /** When each epoch of the archive after the first began (Unix ms), by its number. */
  epochs: Record<number, number>;
  /** The archive epoch in which each removed device was removed, by its key. */
  removedIn: Record<string, number>;
}

function demand(holds: boolean, code: string): void {
  if (!holds) throw new ChainFault(code);
}

const keysOf = ({ devices, recovery }: Pick<Lists, "devices" | "recovery">) => [
  ...devices.map(({ key }) => key),
  ...recovery,
];
const isSorted = (items: readonly string[]) => items.every((item, at) => at === 0 || (items[at - 1] ?? "") < item);
const listsOf = ({ devices, recovery, archiveEpoch }: Lists): Lists => ({ devices, recovery, archiveEpoch });
const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function checkPlace(before: Chain | null, entry: Entry, now: number): void {
  demand((entry.type === "genesis") === (before === null), "genesis");
  if (before === null) {
    demand(entry.seq === 0, "seq");
    demand(entry.previous === ZERO_HASH, "fork");
  } else {
    demand(entry.account === before.account, "account");
    demand(entry.seq === before.seq + 1, "seq");
    demand(entry.previous === before.head, "fork");
    demand(before.type !== "close", "closed");
    demand(entry.time >= before.time, "time_decreased");
  }
  demand(entry.time <= now + MINUTES_10, "time_in_future");
}

function checkLists(entry: Entry): void {
  const { devices, recovery } = entry;
  if (entry.type === "close") demand(devices.length === 0 && recovery.length === 0, "devices_changed");
  else demand(devices.length > 0, "no_device");
  demand(devices.length <= 20, "too_many_devices");
  demand(isSorted(devices.map(({ id }) => id)), "unsorted_devices");
  demand(recovery.length <= 2, "too_many_recovery_keys");
  const keys = keysOf(entry);
  demand(new Set(keys).size === keys.length, "duplicate_key");
  demand(isSorted(recovery), "unsorted_recovery_keys");
}

/** Who has to sign: all of `every`, and one of `some` unless that is empty. */
interface Signers {
  every: string[];
  some: string[];
}

function checkNew(before: Chain, entry: Entry, added: readonly Device[], addedRecovery: readonly string[]): void {
  const taken = new Set([...before.removedKeys, ...keysOf(before)]);
  for (const { id, key, addedSeq } of added) {
    demand(!before.removedIds.includes(id), "device_returned");
    demand(!taken.has(key), "key_returned");
    demand(addedSeq === entry.seq, "added_seq");
  }
  for (const key of addedRecovery) demand(!taken.has(key), "key_returned");
}

const RULES: Record<Exclude<EntryType, "genesis">, (before: Chain, entry: Entry) => Signers> = {
  update(before, entry) {
    demand(before.pending === null, "reset_is_pending");
    const former = new Map(before.devices.map((device) => [device.id, device]));
    for (const { id, key, addedSeq } of entry.devices) {
      const known = former.get(id);
      if (known === undefined) continue;
      demand(known.key === key, "device_changed");
      demand(known.addedSeq === addedSeq, "added_seq");
    }
    const added = entry.devices.filter(({ id }) => !former.has(id));
    const addedRecovery = entry.recovery.filter((key) => !before.recovery.includes(key));
    checkNew(before, entry, added, addedRecovery);
    const removes = entry.devices.length - added.length < before.devices.length;
    demand(entry.archiveEpoch >= before.archiveEpoch + Number(removes), "archive_epoch");
    return { every: added.map(({ key }) => key), some: keysOf(before) };
  },
  reset_pending(before, entry) {
    const active = new Set(before.devices.map(({ id }) => id));
    demand(!entry.devices.some(({ id }) => active.has(id)), "device_returned");
    checkNew(before, entry, entry.devices, entry.recovery);
    demand(entry.archiveEpoch > before.archiveEpoch, "archive_epoch");
    return { every: entry.devices.map(({ key }) => key), some: [] };
  },
  reset(before, entry) {
    const { pending } = before;
    if (pending === null) throw new ChainFault(before.type === "veto" ? "vetoed" : "no_reset_pending");
    demand(isEqual(listsOf(entry), listsOf(pending)), "reset_changed");
    demand(entry.time >= pending.time + HOURS_72, "reset_too_early");
    return { every: pending.devices.map(({ key }) => key), some: [] };
  },
  veto(before, entry) {
    demand(before.pending !== null, "no_reset_pending");
    demand(isEqual([entry.devices, entry.recovery], [before.devices, before.recovery]), "devices_changed");
    demand(entry.archiveEpoch === before.archiveEpoch, "archive_epoch");
    return { every: [], some: keysOf(before) };
  },
  close(before, entry) {
    demand(entry.archiveEpoch >= before.archiveEpoch, "archive_epoch");
    return { every: [], some: keysOf(before) };
  },
};

function signersOf(before: Chain | null, entry: Entry): Signers {
  if (before !== null && entry.type !== "genesis") return RULES[entry.type](before, entry);
  demand(
    entry.devices.every(({ addedSeq }) => addedSeq === 0),
    "added_seq",
  );
  return { every: entry.devices.map(({ key }) => key), some: [] };
}

function checkSignatures(before: Chain | null, entry: Entry, { every, some }: Signers): void {
  demand(isSorted(entry.signatures.map(({ keyId }) => keyId)), "unsorted_signatures");
  const allowed = new Map([...every, ...some].map((key) => [keyIdOf(key), key]));
  const former = new Set(before === null ? [] : [...before.removedKeys, ...keysOf(before)].map(keyIdOf));
  const content = signedBytes(entry);
  const signed = new Set<string>();
  for (const { keyId, signature } of entry.signatures) {
    const key = allowed.get(keyId);
    if (key === undefined) throw new ChainFault(former.has(keyId) ? "revoked_signer" : "unknown_signer");
    demand(verify(fromHex(key), content, fromHex(signature)), "bad_signature");
    signed.add(key);
  }
  demand(
    every.every((key) => signed.has(key)),
    "unsigned_device",
  );
  demand(some.length === 0 || some.some((key) => signed.has(key)), "unauthorised");
}

/** What is known after an entry. @throws ChainFault */
export function follow(before: Chain | null, entry: Entry, now: number): Chain {
  checkPlace(before, entry, now);
  checkLists(entry);
  checkSignatures(before, entry, signersOf(before, entry));
  const { account, seq, type, time } = entry;
  const place = { account, seq, type, time, head: entryHash(entry) };
  const lists = listsOf(entry);
  if (before === null)
    return { ...place, ...lists, pending: null, removedIds: [], removedKeys: [], epochs: {}, removedIn: {} };
  if (type === "reset_pending") return { ...before, ...place, pending: { ...lists, time } };
  const ids = new Set(lists.devices.map(({ id }) => id));
  const keys = new Set(keysOf(lists));
  const isNext = lists.archiveEpoch > before.archiveEpoch;
  return {
    ...place,
    ...lists,
    removedIn: {
      ...before.removedIn,
      ...Object.fromEntries(
        before.devices.filter(({ key }) => !keys.has(key)).map(({ key }) => [key, lists.archiveEpoch]),
      ),
    },
    epochs: isNext ? { ...before.epochs, [lists.archiveEpoch]: time } : before.epochs,
    pending: null,
    removedIds: [...before.removedIds, ...before.devices.map(({ id }) => id).filter((id) => !ids.has(id))],
    removedKeys: [...before.removedKeys, ...keysOf(before).filter((key) => !keys.has(key))],
  };
}

/** What is known after entries that continue what was known. The newest known entry itself may be the first. @throws ChainFault */
export function followAll(known: Chain | null, entries: readonly Entry[], now: number): Chain {
  let chain = known;
  for (const [at, entry] of entries.entries()) {
    if (at === 0 && known !== null && entry.seq <= known.seq) {
      demand(entry.seq === known.seq, "rollback");
      demand(entryHash(entry) === known.head, "fork");
    } else chain = follow(chain, entry, now);
  }
  if (chain === null) throw new ChainFault("empty");
  return chain;
}

/** The next entry, unsigned, with what it changes. */
export function nextBody(chain: Chain, type: EntryType, now: number, changes: Partial<Lists> = {}): Body {
  const { account, seq, head, time } = chain;
  const place = { account, seq: seq + 1, previous: head, time: Math.max(now, time), type };
  return { ...place, ...listsOf(chain), ...changes };
}

export const sortedDevices = (devices: readonly Device[]): Device[] =>
  devices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
