import type { Engine } from "@/lib/messenger/engine";
import { clear, raise } from "@/lib/messenger/alarms";
import { MessengerError } from "@/lib/messenger/ports";
import type { Contact } from "@/lib/messenger/schema";
import { Away } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import type { ServerAccount } from "@/lib/messenger/wire";
import type { Account } from "@/lib/people/schema";

/** A contact is looked up again when the last time is longer ago (ms). */
export const FRESH_MS = 60_000;
/** Names and pictures, which the server alone knows, are read again after this time (ms). */
const NAMES_MS = 60 * 60_000;

/** The log may learn of a new handle later than the server says it; after this time (ms) the server has lied. */
const HANDLE_PATIENCE_MS = 10 * 60_000;

const read = new Map<string, number>();

/**
 * Verifies the keys of an account, and that the log gives its person's handle to this account and no other.
 * @throws MessengerError `key_alarm` when it does not; `no_keys`; Away
 */
export async function verifyContact(engine: Engine, accountId: string, account?: Account): Promise<Contact> {
  const known = engine.store.get(`chain/${accountId}`)?.contact;
  const names = account
    ? { account, devices: null }
    : known && engine.ports.now() - (read.get(accountId) ?? 0) < NAMES_MS
      ? null
      : await engine.server.get<ServerAccount>(`accounts/${accountId}`);
  const state = await engine.log.ensure(accountId, FRESH_MS);
  if (!state) throw new MessengerError("no_keys", "They do not use encrypted messages yet.");
  if (known && names === null) return known;
  const about = names?.account;
  if (!about) throw new MessengerError("no_keys", "They do not use encrypted messages yet.");
  const isOwner = known?.handle === about.acct || (await engine.log.ownerOf(about.acct)) === accountId;
  if (!isOwner) await awaitHandle(engine, accountId, about);
  if (!known && (await hasOther(engine, accountId, about))) await raiseHandle(engine, accountId, about);
  await clear(engine.log, `handle-${accountId}`);
  const contact: Contact = {
    accountId,
    personId: about.id,
    handle: about.acct,
    displayName: about.display_name || about.username,
    avatar: about.avatar,
  };
  const work = new Work(engine.store);
  const devices = names?.devices && Object.fromEntries(names.devices.map(({ device_id: id, name }) => [id, name]));
  work.patch(`chain/${accountId}`, { contact, handleDoubtedAt: null, ...(devices && { names: devices }) });
  await work.commit();
  read.set(accountId, engine.ports.now());
  return contact;
}

/**
 * The log does not give a person's handle to their account: somebody who has just renamed themselves has to be logged
 * first, so nothing is sent to them and it is looked at again, until that has taken too long.
 * @throws Away; MessengerError `key_alarm` after ten minutes
 */
async function awaitHandle(engine: Engine, accountId: string, about: Account): Promise<never> {
  const now = engine.ports.now();
  const since = engine.store.get(`chain/${accountId}`)?.handleDoubtedAt ?? now;
  if (now - since >= HANDLE_PATIENCE_MS) return raiseHandle(engine, accountId, about);
  const work = new Work(engine.store);
  work.patch(`chain/${accountId}`, { handleDoubtedAt: since });
  await work.commit();
  throw new Away("handle", "The key log does not know their new handle yet. This is tried again by itself.");
}

async function raiseHandle(engine: Engine, accountId: string, about: Account): Promise<never> {
  const alarm = { kind: "log", code: "handle", conversationId: null, personId: about.id, acceptable: false } as const;
  await raise(engine.log, `handle-${accountId}`, alarm, { accountId, handle: about.acct });
  throw new MessengerError("key_alarm", "A check of the keys failed.");
}

/**
 * Whether this device knows the person under another account, which still is theirs: the log then gives their handle
 * to somebody else. Whoever begins anew closes the account of before.
 */
async function hasOther(engine: Engine, accountId: string, about: Account): Promise<boolean> {
  for (const { accountId: other, contact } of engine.store.all("chain/")) {
    if (!contact || other === accountId) continue;
    if (contact.personId !== about.id && contact.handle !== about.acct) continue;
    const state = await engine.log.lookUp(other);
    if (!state || state.type === "close") continue;
    if (contact.personId === about.id) return true;
    // They may have another handle by now.
    const found = await engine.server.find<ServerAccount>(`accounts/${other}`);
    if (found?.account.acct === about.acct) return true;
  }
  return false;
}

/** What is shown of an account; its id where nothing is known. */
export function contactOf(engine: Engine, accountId: string): Contact {
  const contact = engine.store.get(`chain/${accountId}`)?.contact;
  return contact ?? { accountId, personId: "", handle: "", displayName: "Somebody", avatar: "" };
}
