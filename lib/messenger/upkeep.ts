import { countArchive, loadArchive, watchArchive } from "@/lib/messenger/archive-load";
import { archiveOf, uploadArchive } from "@/lib/messenger/archive-sync";
import type { Engine } from "@/lib/messenger/engine";
import { bindSession } from "@/lib/messenger/devices";
import { completeEnrolment, enrolDevice } from "@/lib/messenger/enrolment";
import { ownDevice } from "@/lib/messenger/engine";
import { refillKeyPackages } from "@/lib/messenger/key-packages";
import { checkClaims, scan } from "@/lib/messenger/monitor";
import { checkOwnHandle } from "@/lib/messenger/own-handle";
import { catchUpArchive } from "@/lib/messenger/recovery";
import { Work } from "@/lib/messenger/store";

const SCAN_MS = 6 * 3_600_000;
const KEYS_MS = 5 * 60_000;
const PACKAGES_MS = 3_600_000;
const SESSION_MS = 24 * 3_600_000;
const ARCHIVE_MS = 60_000;
const COUNT_MS = 3_600_000;
const CLAIMS_MS = 60_000;
const CONVERSATIONS_MS = 2 * 60_000;

/** When each kind of upkeep was last done on each engine (Unix ms). */
const done = new WeakMap<Engine, Map<string, number>>();

/** What a device does by itself from time to time, also after it was offline. */
export async function runUpkeep(engine: Engine): Promise<void> {
  const device = engine.store.get("device");
  if (!device) return;
  if (device.phase === "enrolling") return enrolDevice(engine, device.name);
  if (device.phase === "locked" && device.accountId) {
    // Another device may have let it in while it was closed.
    await every(engine, "keys", 60_000, () => engine.log.lookUp(device.accountId ?? ""));
    const isListed = engine.log.devices(device.accountId).includes(device.deviceId);
    const isClosed = engine.log.state(device.accountId)?.type === "close";
    return isListed || isClosed ? enrolDevice(engine, device.name) : undefined;
  }
  if (device.phase !== "ready") return;
  const { accountId } = ownDevice(engine);
  await every(engine, "keys", KEYS_MS, () => engine.log.lookUp(accountId));
  await every(engine, "scan", SCAN_MS, () => scan(engine));
  await every(engine, "handle", SCAN_MS, () => checkOwnHandle(engine));
  await every(engine, "session", SESSION_MS, () => bindSession(engine));
  await every(engine, "claims", CLAIMS_MS, () => checkClaims(engine));
  await every(engine, "packages", PACKAGES_MS, () => refillKeyPackages(engine));
  await every(engine, "conversations", CONVERSATIONS_MS, () => completeEnrolment(engine));
  await deleteExpired(engine);
  await catchUpArchive(engine);
  if (archiveOf(engine).enabled) {
    await uploadArchive(engine);
    await loadArchive(engine);
    await every(engine, "count", COUNT_MS, () => countArchive(engine));
    await every(engine, "archive", ARCHIVE_MS, () => watchArchive(engine));
  }
}

/** Has the own keys and the list of conversations looked at again with the next upkeep: something changed. */
export function forgetUpkeep(engine: Engine): void {
  for (const kind of ["keys", "conversations"]) done.get(engine)?.delete(kind);
}

async function every(engine: Engine, kind: string, ms: number, act: () => Promise<unknown>): Promise<void> {
  const times = done.get(engine) ?? new Map<string, number>();
  done.set(engine, times);
  const last = times.get(kind);
  if (last !== undefined && engine.ports.now() - last < ms) return;
  await act();
  times.set(kind, engine.ports.now());
}

/** Deletes messages that have disappeared from what is loaded. */
async function deleteExpired(engine: Engine): Promise<void> {
  const now = engine.ports.now();
  const expired = engine.store
    .entries("message/")
    .filter(([, { expiresAt }]) => expiresAt !== null && expiresAt <= now);
  if (expired.length === 0) return;
  const work = new Work(engine.store);
  for (const [key] of expired) work.delete(key);
  await work.commit();
  for (const id of new Set(expired.map(([, { conversationId }]) => conversationId))) {
    engine.emit({ topic: "conversation", id });
  }
}
