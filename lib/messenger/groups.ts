import { toHex } from "@/lib/bytes/encoding";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import type { Work } from "@/lib/messenger/store";
import { decodeGroup, encodeGroup, members, type Authorise, type MlsGroup } from "@/lib/mls";

/** Why a device could not be looked up while a group asked for it. The group protocol only learns "no". */
const failures = new WeakMap<Authorise, { error: unknown }>();

/**
 * The roster rule as the group protocol asks it: a device is authorised if the verified key chain of its account lists
 * it with this key, or did so before. Commits and removals cross on their way, so all members have to accept a device
 * that was removed a moment ago; it is removed from the group before anything else is sent. What is not known yet is
 * looked up once.
 */
export function authoriser(engine: Engine): Authorise {
  const holder: { error: unknown } = { error: null };
  const authorise: Authorise = async ({ accountId, deviceId, signatureKey }) => {
    const account = toHex(accountId);
    try {
      if (engine.log.has(account, deviceId, signatureKey, true)) return true;
      await engine.log.lookUp(account);
      return engine.log.has(account, deviceId, signatureKey, true);
    } catch (error) {
      holder.error = error;
      return false;
    }
  };
  failures.set(authorise, holder);
  return authorise;
}

/** What went wrong with looking up a device since this was last asked, or null. */
export function takeFailure(authorise: Authorise): unknown {
  const holder = failures.get(authorise);
  const error = holder?.error ?? null;
  if (holder) holder.error = null;
  return error;
}

const nameOf = (conversationId: string, generation: number) =>
  `${conversationId}-${String(generation).padStart(6, "0")}`;

/** The group of one generation of a conversation, or null where this device is not in it. */
export async function loadGroup(engine: Engine, conversationId: string, generation: number): Promise<MlsGroup | null> {
  const name = nameOf(conversationId, generation);
  const cached = engine.groups.get(name);
  if (cached) return cached;
  const bytes = await engine.store.fetch(`group/${name}`);
  if (!bytes) return null;
  const group = await decodeGroup(bytes, ownDevice(engine).identity, authoriser(engine));
  engine.groups.set(name, group);
  return group;
}

/** Stores a group with the other changes of a piece of work, and shows it to others when that is durable. */
export function stageGroup(
  engine: Engine,
  work: Work,
  conversationId: string,
  generation: number,
  group: MlsGroup,
): void {
  const name = nameOf(conversationId, generation);
  work.put(`group/${name}`, encodeGroup(group));
  work.after(() => engine.groups.set(name, group));
  if (generation >= 2) {
    const old = nameOf(conversationId, generation - 2);
    work.delete(`group/${old}`);
    work.after(() => engine.groups.delete(old));
  }
}

/** The devices in a group, as the server wants them. */
export function rosterOf(group: MlsGroup): { account_id: string; device_id: string }[] {
  return members(group).map(({ accountId, deviceId }) => ({
    account_id: toHex(accountId),
    device_id: toHex(deviceId),
  }));
}

/** The accounts that have at least one device in a group. */
export function accountsIn(group: MlsGroup): string[] {
  return [...new Set(members(group).map(({ accountId }) => toHex(accountId)))].toSorted();
}

/** Whether a group has a device that the log no longer lists. */
export function hasFormerDevice(engine: Engine, group: MlsGroup): boolean {
  return members(group).some(
    ({ accountId, deviceId, signatureKey }) => !engine.log.has(toHex(accountId), deviceId, signatureKey),
  );
}
