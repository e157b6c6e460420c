import { toHex } from "@/lib/bytes/encoding";
import { archiveOf } from "@/lib/messenger/archive-sync";
import { beginChain } from "@/lib/messenger/chain";
import { commitNewGroup } from "@/lib/messenger/commits";
import { verifyContact } from "@/lib/messenger/contacts";
import { endGathering, ownConversation, ownDevice, randomId, type Engine } from "@/lib/messenger/engine";
import { addNotice } from "@/lib/messenger/contents";
import { loadGroup } from "@/lib/messenger/groups";
import { newConversation, type DeviceRecord } from "@/lib/messenger/records";
import { refillKeyPackages } from "@/lib/messenger/key-packages";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import type { ServerConversation } from "@/lib/messenger/wire";

interface OwnAccount {
  account_id: string | null;
}

/**
 * Makes this device one of the account: it begins the account's chain where there is none; otherwise the device gets a
 * key, and stays locked until another device, the words or a passkey let it in. Can be repeated after any crash.
 */
export function enrolDevice(engine: Engine, name: string): Promise<void> {
  return engine.locks.run("account", async () => {
    const before = engine.store.get("device");
    if (before?.phase === "ready" || before?.phase === "removed") return;
    const { account_id: existing } = await engine.server.get<OwnAccount>("account");
    const device = await ensureDevice(engine, name);
    if (existing !== null && existing !== device.accountId) return lock(engine, device, existing);
    // An account that was closed is never begun again.
    const begun = device.phase === "enrolling" ? device.accountId : null;
    const own = existing ?? begun ?? toHex(randomId());
    if (existing === null) {
      await save(engine, { ...device, phase: "enrolling", accountId: own });
      if (!engine.signer) return;
      const other = await beginChain(engine, {
        accountId: own,
        deviceId: device.deviceId,
        signer: engine.signer,
        name,
      });
      if (other !== null) return lock(engine, device, other);
    }
    await engine.log.lookUp(own);
    const isListed = engine.log.devices(own).includes(device.deviceId);
    if (!isListed) return lock(engine, device, own);
    await becomeReady(engine);
  });
}

/** The record and the key of this device, which are created once. */
async function ensureDevice(engine: Engine, name: string): Promise<DeviceRecord> {
  const known = engine.store.get("device");
  if (known) {
    engine.signer ??= await engine.ports.keys.load(known.deviceId);
    if (engine.signer) return known;
  }
  const deviceId = toHex(randomId());
  engine.signer = await engine.ports.keys.create(deviceId);
  const { personId, host } = engine.ports;
  const device: DeviceRecord = { personId, accountId: null, deviceId, name, host, phase: "locked", resetAt: null };
  await save(engine, device);
  return device;
}

async function lock(engine: Engine, device: DeviceRecord, accountId: string): Promise<void> {
  // The ways in that are shown depend on what the log says.
  await engine.log.lookUp(accountId);
  await save(engine, { ...device, accountId, phase: "locked" });
}

async function save(engine: Engine, device: DeviceRecord): Promise<void> {
  const work = new Work(engine.store);
  work.put("device", device);
  await work.commit();
  engine.emit({ topic: "state" });
}

/**
 * Takes up work when the log lists this device: names it, publishes key packages, and creates the group of the own
 * devices if there is none. To be called with the account's lock.
 */
export async function becomeReady(engine: Engine): Promise<void> {
  const device = engine.store.get("device");
  if (!device) return;
  await engine.server.put(`devices/${device.deviceId}`, { name: device.name });
  // Others that see this device in the log want to add it at once.
  await refillKeyPackages(engine, device);
  await save(engine, { ...device, phase: "ready", resetAt: null });
  engine.background(() => completeEnrolment(engine));
}

/** What can follow later, and is repeated at each start until it is done. */
export async function completeEnrolment(engine: Engine): Promise<void> {
  await engine.pull();
  const { conversations } = await engine.server.get<{ conversations: ServerConversation[] }>("conversations");
  await adoptConversations(engine, conversations);
  for (const { members } of conversations) await nameMembers(engine, members);
  if (!ownConversation(engine) && !conversations.some(({ kind }) => kind === "self")) await createOwnGroup(engine);
  // With an archive, the newest messages are waited for too.
  if (archiveOf(engine).next !== "") endGathering(engine);
  engine.emit({ topic: "state" });
}

/** Conversations of the account whose groups this device is not in yet. Other devices add it, or it starts anew. */
async function adoptConversations(engine: Engine, conversations: readonly ServerConversation[]): Promise<void> {
  for (const about of conversations) {
    await engine.locks.run(`conversation ${about.id}`, async () => {
      const work = new Work(engine.store);
      const known = engine.store.get(`conversation/${about.id}`);
      if (known) {
        // All Welcomes have been fetched: a group that was replaced without this device can no longer be written to.
        const isLeftBehind =
          about.generation > known.generation && (await loadGroup(engine, about.id, known.generation)) !== null;
        const { broken, serverGeneration } = isLeftBehind
          ? { broken: true, serverGeneration: Math.max(known.serverGeneration, about.generation) }
          : known;
        if (known.state === about.state && known.muted === about.muted && known.broken === broken) return;
        const { state, muted } = about;
        work.put(`conversation/${about.id}`, { ...known, state, muted, broken, serverGeneration });
        return work.commit();
      }
      const accounts = about.members.map(({ account_id: id }) => id);
      const record = newConversation({ id: about.id, kind: about.kind, accounts }, engine.ports.now());
      const { state, muted, created_at: createdAt, generation } = about;
      work.put(`conversation/${about.id}`, {
        ...record,
        state,
        muted,
        createdAt,
        generation,
        serverGeneration: generation,
      });
      work.put(`reading/${about.id}`, { readTo: about.number, draft: null, draftAt: 0 });
      await work.commit();
    });
  }
  await leaveForgotten(engine, new Set(conversations.map(({ id }) => id)));
  engine.emit({ topic: "conversations" });
}

/** Groups that the server no longer lists are those that this account left, or was removed from. */
async function leaveForgotten(engine: Engine, listed: ReadonlySet<string>): Promise<void> {
  for (const { id, kind, left, pending } of engine.store.all("conversation/")) {
    if (kind !== "group" || left || pending || listed.has(id)) continue;
    await engine.locks.run(`conversation ${id}`, async () => {
      const work = new Work(engine.store);
      work.patch(`conversation/${id}`, { left: true });
      addNotice(work, id, "forgotten", engine.ports.now(), "You are no longer in this group");
      await work.commit();
    });
  }
}

async function createOwnGroup(engine: Engine): Promise<void> {
  const { accountId } = ownDevice(engine);
  const id = toHex(randomId());
  await engine.locks.run(`conversation ${id}`, async () => {
    const conversation = newConversation({ id, kind: "self", accounts: [accountId] }, engine.ports.now());
    const work = new Work(engine.store);
    work.put(`conversation/${id}`, conversation);
    await work.commit();
    try {
      await commitNewGroup(engine, { conversation, generation: 0, accounts: [accountId], add: [] });
    } catch (error) {
      // Another device was faster, and adds this one.
      if (!(error instanceof Refused) || error.code !== "exists") throw error;
    }
  });
}

/** Verifies the people of conversations that this device only knows from the server's list. */
async function nameMembers(engine: Engine, members: ServerConversation["members"]): Promise<void> {
  for (const { account_id: id, account } of members) {
    if (id === ownDevice(engine).accountId || engine.store.get(`chain/${id}`)?.contact) continue;
    await verifyContact(engine, id, account);
  }
}
