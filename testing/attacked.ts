import { expect } from "vitest";
import { encodeEntry, entryHash, signEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import type { Signer } from "@/lib/keychain/signing";
import type { KeyChainState } from "@/lib/keychain/state";
import { members } from "@/lib/mls";
import { loadGroup } from "@/lib/messenger/groups";
import { toHex } from "@/lib/bytes/encoding";
import { plantFollows } from "@/testing/follows";
import { enrolledPocket } from "@/testing/messengers";
import { settleAll, type Pocket, textsOf } from "@/testing/pockets";

/** Has people follow each other, so that nobody is a stranger. */
export async function befriend(...people: Pocket[]): Promise<void> {
  for (const one of people) {
    const others = people.filter((other) => other !== one).map(({ person }) => person);
    await plantFollows(one.person.id, others);
  }
}

/** Two people with a conversation. */
export async function twoFriends(): Promise<{ fern: Pocket; otter: Pocket; id: string }> {
  const [fern, otter] = [await enrolledPocket(), await enrolledPocket()];
  await befriend(fern, otter);
  const id = await fern.running.messenger.create([otter.person.id], null);
  await settleAll(fern, otter);
  return { fern, otter, id };
}

/** The alarms of a device, "kind: code". */
export async function alarmsOf({ running }: Pocket): Promise<string[]> {
  const state = await running.messenger.state();
  return state.phase === "ready" ? state.log.alarms.map(({ kind, code }) => `${kind}: ${code}`) : [];
}

/** The notices of a conversation on a device. */
export async function noticesOf({ running }: Pocket, id: string): Promise<string[]> {
  const { messages } = await running.messenger.messages(id, { limit: 1000 });
  return messages.filter(({ kind }) => kind === "notice").map(({ text }) => text);
}

export const accountOf = ({ running }: Pocket) => running.engine.store.get("device")?.accountId ?? "";
export const deviceOf = ({ running }: Pocket) => running.engine.store.get("device")?.deviceId ?? "";

/** The key with which a device signs. */
export function signerOf({ running }: Pocket): Signer {
  const { signer } = running.engine;
  if (!signer) throw new Error("no key");
  return signer;
}

/** The chain of the account of a device as the device has verified it. */
export function chainOf(pocket: Pocket, accountId = accountOf(pocket)): KeyChainState {
  const state = pocket.running.engine.log.state(accountId);
  if (!state) throw new Error("no chain");
  return state;
}

/** An entry of a chain with exactly these signatures, valid or not. */
export async function forged(tbs: KeyChainTBS, signers: Signer[]) {
  const entry = await signEntry(tbs, signers);
  return { bytes: encodeEntry(entry), seq: tbs.seq, head: entryHash(entry) };
}

/** The devices in the group of a conversation as a device has it. */
export async function devicesIn({ running }: Pocket, id: string): Promise<string[]> {
  const { generation } = running.engine.store.get(`conversation/${id}`) ?? { generation: 0 };
  const group = await loadGroup(running.engine, id, generation);
  return group ? members(group).map(({ deviceId }) => toHex(deviceId)) : [];
}

/** Has a device do what it does from time to time, and everything that follows. */
export async function lookAround({ running }: Pocket): Promise<void> {
  running.nudge(null);
  await running.settle().catch(() => undefined);
}

/** What a device knows of the log is looked at again. */
export const lookUpIn = ({ running }: Pocket, accountId: string) => running.engine.log.lookUp(accountId);

/** A message that must not leave, because of an alarm: neither its receiver nor anybody added has it. */
export async function expectNothingSent(from: Pocket, to: Pocket, id: string, strangers: string[] = []): Promise<void> {
  await from.running.messenger.send(id, { text: "Not over this log" });
  await from.running.settle().catch(() => undefined);
  expect(await from.running.messenger.conversation(id)).toMatchObject({ blocked: true });
  to.instead = null;
  await to.running.settle();
  expect(await textsOf(to, id)).not.toContain("Not over this log");
  for (const stranger of strangers) expect(await devicesIn(from, id)).not.toContain(stranger);
}
