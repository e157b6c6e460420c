import { fromHex } from "@/lib/bytes/encoding";
import type { KeyLog } from "@/lib/messenger/key-log";
import type { Locks } from "@/lib/messenger/locks";
import { MessengerError, type DeviceSigner, type MessengerPorts } from "@/lib/messenger/ports";
import type { ConversationRecord, DeviceRecord } from "@/lib/messenger/records";
import type { MessengerEvent } from "@/lib/messenger/schema";
import type { Server } from "@/lib/messenger/server";
import type { RecordStore } from "@/lib/messenger/store";
import type { DeviceIdentity, MlsGroup } from "@/lib/mls";

/** What all parts of a messenger share. */
export interface Engine {
  readonly ports: MessengerPorts;
  readonly store: RecordStore;
  readonly server: Server;
  readonly locks: Locks;
  readonly log: KeyLog;
  /** Groups in memory, by conversation and generation. */
  readonly groups: Map<string, MlsGroup>;
  /** This device's key, once it exists. */
  signer: DeviceSigner | null;
  online: boolean;
  /** Since this messenger was opened, it has learned whom and what its conversations consist of, or could not. */
  gathered: boolean;
  emit(event: MessengerEvent): void;
  /** Fetches and processes what has arrived; resolves when that is done. */
  pull(): Promise<void>;
  /** Sends what waits in a conversation, or in all. */
  flush(conversationId?: string): void;
  /** Sends what waits for the archive in a moment. */
  archiveSoon(): void;
  /** Runs something later without anybody waiting for it; failures are logged. */
  background(task: () => Promise<unknown>): void;
}

/** Says that what this device shows need not be held back any longer. */
export function endGathering(engine: Engine): void {
  if (engine.gathered) return;
  engine.gathered = true;
  engine.emit({ topic: "conversations" });
}

/** This device as a member of its account. */
export interface OwnDevice {
  accountId: string;
  deviceId: string;
  identity: DeviceIdentity;
}

/** @throws MessengerError `not_ready` before this device belongs to the account, and after it was removed */
export function ownDevice(engine: Engine): OwnDevice {
  const device = engine.store.get("device");
  if (device?.phase !== "ready" || device.accountId === null || !engine.signer) {
    throw new MessengerError("not_ready", "Messages are not set up on this device.");
  }
  return { accountId: device.accountId, deviceId: device.deviceId, identity: identityOf(engine, device) };
}

/** The device's name and key as groups and key packages want it, also before it belongs to the account. */
export function identityOf(
  engine: Engine,
  { accountId, deviceId, host = engine.ports.host }: Pick<DeviceRecord, "accountId" | "deviceId" | "host">,
) {
  if (accountId === null || !engine.signer) {
    throw new MessengerError("not_ready", "Messages are not set up on this device.");
  }
  return {
    host,
    accountId: fromHex(accountId),
    deviceId: fromHex(deviceId),
    signer: engine.signer,
  };
}

/** @throws MessengerError `unknown_conversation` */
export function conversationOf(engine: Engine, id: string): ConversationRecord {
  const conversation = engine.store.get(`conversation/${id}`);
  if (!conversation) throw new MessengerError("unknown_conversation", "This conversation is not on this device.");
  return conversation;
}

/** The group of the account's own devices, if it was created. */
export function ownConversation(engine: Engine): ConversationRecord | undefined {
  return engine.store.all("conversation/").find(({ kind }) => kind === "self");
}

/** A new random id of 16 bytes. */
export function randomId(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16));
}
