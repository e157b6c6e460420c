import { toHex } from "@/lib/bytes/encoding";
import { claimKeyPackages } from "@/lib/messenger/commits";
import { FRESH_MS } from "@/lib/messenger/contacts";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import type { ConversationRecord } from "@/lib/messenger/records";
import { members, type MlsGroup } from "@/lib/mls";

/** What a commit has to change, so that a group has the devices that the key log lists and no others. */
export interface RosterChange {
  add: Uint8Array[];
  remove: number[];
  /** Accounts of the conversation without any device that can be added. */
  unreachable: string[];
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
  for (const account of accounts) {
    const there = present
      .filter(({ accountId }) => toHex(accountId) === account)
      .map(({ deviceId }) => toHex(deviceId));
    const missing = engine.log.devices(account).filter((device) => !there.includes(device));
    const packages = missing.length > 0 ? await claimKeyPackages(engine, account, missing) : [];
    add.push(...packages);
    if (there.length === 0 && packages.length === 0) unreachable.push(account);
  }
  return { add, remove, unreachable };
}

function isListed(engine: Engine, { accountId, deviceId, signatureKey }: ReturnType<typeof members>[number]): boolean {
  return engine.log.has(toHex(accountId), deviceId, signatureKey);
}

/** The accounts that are to be in a conversation: members without those who said that they leave. */
export function accountsOf(engine: Engine, { accounts, leaving }: ConversationRecord): string[] {
  const { accountId } = ownDevice(engine);
  return accounts.filter((account) => account === accountId || !leaving.includes(account));
}
