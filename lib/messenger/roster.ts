import { toHex } from "@/lib/bytes/encoding";
import { claimKeyPackages } from "@/lib/messenger/commits";
import { FRESH_MS } from "@/lib/messenger/contacts";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import type { ConversationRecord } from "@/lib/messenger/records";
import { inspectKeyPackage, members, type MlsGroup } from "@/lib/mls";

/** What a commit has to change, so that a group has the devices that the key log lists and no others. */
export interface RosterChange {
  add: Uint8Array[];
  remove: number[];
  /** Accounts of the conversation without any device that can be added. */
  unreachable: string[];
  /** Devices that should be there have no key packages: `soon` if they may have published some in a moment. */
  missing: "none" | "soon" | "later";
}

/** Devices without key packages are asked for again after this time (ms), which doubles each time. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 3_600_000;
const MANY_TRIES = 9;
const pauses = new WeakMap<Engine, Map<string, { until: number; tries: number }>>();

/** The key packages of devices, without asking for those that had none a moment ago. */
async function claimPatiently(engine: Engine, account: string, devices: readonly string[]) {
  const known = pauses.get(engine) ?? new Map<string, { until: number; tries: number }>();
  pauses.set(engine, known);
  const now = engine.ports.now();
  const due = devices.filter((device) => (known.get(device)?.until ?? 0) <= now);
  const packages = await claimKeyPackages(engine, account, due);
  const found = await Promise.all(packages.map(async (bytes) => toHex((await inspectKeyPackage(bytes, now)).deviceId)));
  for (const device of due) {
    if (found.includes(device)) known.delete(device);
    else {
      const tries = (known.get(device)?.tries ?? 0) + 1;
      known.set(device, { tries, until: now + Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS) });
    }
  }
  const left = devices.filter((device) => !found.includes(device));
  const isSoon = left.some((device) => (known.get(device)?.tries ?? 0) < MANY_TRIES);
  return { packages, missing: left.length === 0 ? "none" : isSoon ? "soon" : "later" } as const;
}

/**
 * Compares a group with the verified key chains of the accounts that are to be in it (C10).
 * @param accounts those that belong to the conversation after the change
 * @throws MessengerError `key_alarm`; Away
 */
export async function rosterChange(
  engine: Engine,
  group: MlsGroup,
  accounts: readonly string[],
  maxAge = FRESH_MS,
): Promise<RosterChange> {
  const own = ownDevice(engine);
  await Promise.all(accounts.map((account) => engine.log.ensure(account, maxAge)));
  const present = members(group);
  const remove = present
    .filter((member) => !accounts.includes(toHex(member.accountId)) || !isListed(engine, member))
    .filter((member) => toHex(member.deviceId) !== own.deviceId)
    .map(({ leafIndex }) => leafIndex);
  const add: Uint8Array[] = [];
  const unreachable: string[] = [];
  let missing: RosterChange["missing"] = "none";
  for (const account of accounts) {
    const there = present
      .filter(({ accountId }) => toHex(accountId) === account)
      .map(({ deviceId }) => toHex(deviceId));
    const absent = engine.log.devices(account).filter((device) => !there.includes(device));
    const claimed = await claimPatiently(engine, account, absent);
    add.push(...claimed.packages);
    if (claimed.missing === "soon" || missing === "none") missing = claimed.missing;
    if (there.length === 0 && claimed.packages.length === 0) unreachable.push(account);
  }
  return { add, remove, unreachable, missing };
}

function isListed(engine: Engine, { accountId, deviceId, signatureKey }: ReturnType<typeof members>[number]): boolean {
  return engine.log.has(toHex(accountId), deviceId, signatureKey);
}

/** The accounts that are to be in a conversation: members without those who said that they leave. */
export function accountsOf(engine: Engine, { accounts, leaving }: ConversationRecord): string[] {
  const { accountId } = ownDevice(engine);
  return accounts.filter((account) => account === accountId || !leaving.includes(account));
}
