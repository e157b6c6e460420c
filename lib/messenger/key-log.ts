import { equal, fromBase64Url, fromHex, toHex } from "@/lib/bytes/encoding";
import { KeyChainError, decodeState, encodeState, type KeyChainState } from "@/lib/keychain/state";
import { clearPassing, raise, type AlarmHost } from "@/lib/messenger/alarms";
import type { Locks } from "@/lib/messenger/locks";
import { MessengerError, type MessengerPorts } from "@/lib/messenger/ports";
import type { LogRecord } from "@/lib/messenger/records";
import type { MessengerEvent } from "@/lib/messenger/schema";
import type { Server } from "@/lib/messenger/server";
import { Work, type RecordStore } from "@/lib/messenger/store";
import { TransparencyError } from "@/lib/transparency/errors";
import { accountLabel, handleLabel } from "@/lib/transparency/leaves";
import { verifyLookup, type Lookup } from "@/lib/transparency/lookup";
import { LogPolicy, type LookupJson } from "@/lib/transparency/schema";

/** Called when the verified chain of an account has grown. `before` is null when it was seen for the first time. */
export type ChainListener = (accountId: string, before: KeyChainState | null, after: KeyChainState) => Promise<void>;

interface Parts {
  ports: MessengerPorts;
  store: RecordStore;
  server: Server;
  locks: Locks;
  emit(event: MessengerEvent): void;
}

/** What this device has verified about the key log and the chains in it (C1 to C7), and what it remembers of it. */
export class KeyLog implements AlarmHost {
  onChange: ChainListener = () => Promise.resolve();
  /** The policy of the answer that is being remembered, until it is stored with it. */
  #pinned: LogPolicy | null = null;
  readonly #states = new Map<string, { bytes: Uint8Array; state: KeyChainState }>();

  constructor(readonly parts: Parts) {}

  get store(): RecordStore {
    return this.parts.store;
  }

  now(): number {
    return this.parts.ports.now();
  }

  emit(event: MessengerEvent): void {
    this.parts.emit(event);
  }

  /** The chain of an account as it was verified last, or null; null too when the account was deleted. */
  state(accountId: string): KeyChainState | null {
    return this.store.get(`chain/${accountId}`)?.erasedAt === undefined ? this.#pinnedState(accountId) : null;
  }

  /** What later answers must continue, also those about an account that was said to be deleted. */
  #pinnedState(accountId: string): KeyChainState | null {
    const record = this.store.get(`chain/${accountId}`);
    if (!record) return null;
    const cached = this.#states.get(accountId);
    if (cached?.bytes === record.state) return cached.state;
    const state = decodeState(record.state);
    this.#states.set(accountId, { bytes: record.state, state });
    return state;
  }

  /** Whether the verified chain lists a device with a key; with `former`, also one that was removed from it. */
  has(accountId: string, deviceId: Uint8Array, key: Uint8Array, former = false): boolean {
    const state = this.state(accountId);
    if (!state) return false;
    if (state.devices.some((device) => equal(device.deviceId, deviceId) && equal(device.sigKey, key))) return true;
    const wasListed =
      state.retiredKeys.some((retired) => equal(retired, key)) && state.retiredIds.some((id) => equal(id, deviceId));
    return former && wasListed;
  }

  /** Ids of the devices that the verified chain lists. */
  devices(accountId: string): string[] {
    return this.state(accountId)?.devices.map(({ deviceId }) => toHex(deviceId)) ?? [];
  }

  /**
   * Looks an account up, verifies the answer, and remembers it.
   * @returns null for an account without keys, which the log proves
   * @throws MessengerError `key_alarm` when a check failed; Away
   */
  lookUp(accountId: string): Promise<KeyChainState | null> {
    return this.#serially(async () => {
      const before = this.#pinnedState(accountId);
      const verified = await this.#verified(accountLabel(fromHex(accountId)), accountId, before);
      if (verified === null) return this.#erase(accountId);
      const { lookup, answer } = verified;
      const after = lookup.found?.state ?? null;
      const work = this.#remembered(lookup);
      const known = this.store.get(`chain/${accountId}`);
      const isNew = after?.seq !== before?.seq;
      if (after) {
        work.put(`chain/${accountId}`, {
          contact: null,
          names: {},
          ...known,
          erasedAt: undefined,
          accountId,
          state: encodeState(after),
          entries: [...(known?.entries ?? []), ...(isNew ? answer.chain.map(fromBase64Url) : [])],
          index: lookup.index,
          verifiedAt: this.now(),
        });
      }
      await work.commit();
      await clearPassing(this);
      if (after && isNew) await this.onChange(accountId, before, after);
      return after;
    });
  }

  async #erase(accountId: string): Promise<null> {
    const work = new Work(this.store);
    work.patch(`chain/${accountId}`, { erasedAt: this.now(), verifiedAt: this.now() });
    await work.commit();
    return null;
  }

  /** The same unless the account was looked up within `maxAge` ms. */
  async ensure(accountId: string, maxAge: number): Promise<KeyChainState | null> {
    const known = this.store.get(`chain/${accountId}`);
    const age = known ? this.now() - known.verifiedAt : Infinity;
    // A clock that was set back since says nothing.
    if (age >= 0 && age < maxAge) return this.state(accountId);
    return this.lookUp(accountId);
  }

  /** The account that the log names for a handle, or null. */
  async ownerOf(handle: string): Promise<string | null> {
    return this.#serially(async () => {
      const verified = await this.#verified(handleLabel(handle), null, null);
      if (verified === null) return null;
      const { lookup } = verified;
      await this.#remembered(lookup).commit();
      return lookup.found?.owner ? toHex(lookup.found.owner.accountId) : null;
    });
  }

  /** Answers must be verified one after the other, each from the checkpoint of the one before. */
  #serially<T>(task: () => Promise<T>): Promise<T> {
    return this.parts.locks.run("log", task);
  }

  async #verified(
    label: string,
    accountId: string | null,
    knownState: KeyChainState | null,
  ): Promise<{ lookup: Lookup; answer: LookupJson } | null> {
    const log = this.store.get("log");
    const policy = log ? LogPolicy.parse(log.policy) : LogPolicy.parse(await this.parts.server.get("policy"));
    const query = { label, known_seq: knownState?.seq, since: log?.size ?? 0 };
    const answer = await this.parts.server.get<LookupJson>("lookup", query);
    const lastCheckpoint = log ? { size: log.size, root: log.root } : null;
    try {
      const lookup = verifyLookup(answer, { label, policy, lastCheckpoint, knownState, now: this.now() });
      this.#pinned = policy;
      return { lookup, answer };
    } catch (error) {
      if (!(error instanceof TransparencyError)) throw error;
      const own = this.store.get("device")?.accountId;
      // Of somebody who deleted their account, nobody can tell any more what the log said.
      if (error.code === "opening" && answer.value?.opening === null && accountId !== own) return null;
      await this.fault(error, accountId, { label, policy, lastCheckpoint, query, answer });
      throw new MessengerError("key_alarm", "A check of the keys failed.");
    }
  }

  /** Reports a check that failed. */
  async fault(error: TransparencyError, accountId: string | null, evidence: unknown): Promise<void> {
    const own = this.store.get("device")?.accountId;
    const code = error.cause instanceof KeyChainError ? error.cause.code : error.code;
    const kind = error.code === "chain" && accountId !== null && accountId === own ? "own_keys" : "log";
    const personId = (accountId && this.store.get(`chain/${accountId}`)?.contact?.personId) || null;
    const alarm = { kind, code, conversationId: null, personId, acceptable: false } as const;
    await raise(this, `${kind}-${code}${error.code === "chain" ? `-${accountId}` : ""}`, alarm, {
      fault: error.message,
      ...(evidence as object),
    });
  }

  /** The work that remembers the checkpoint of an answer. */
  #remembered({ checkpoint, mapTimeMs }: Lookup): Work {
    const before = this.store.get("log");
    const work = new Work(this.store);
    const record: LogRecord = {
      policy: before?.policy ?? this.#pinned,
      size: checkpoint.size,
      root: checkpoint.root,
      witnesses: checkpoint.witnesses,
      checkedAt: this.now(),
      // What was logged before this device met the log is for audits, not for it.
      scanned: before?.scanned ?? checkpoint.size,
      mapTimeMs,
      scannedMs: before ? (before.scannedMs ?? 0) : mapTimeMs,
    };
    work.put("log", record);
    return work;
  }
}
