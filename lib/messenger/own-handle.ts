import { raise } from "@/lib/messenger/alarms";
import type { Engine } from "@/lib/messenger/engine";
import { Work } from "@/lib/messenger/store";
import type { ServerAccount } from "@/lib/messenger/wire";

/**
 * Checks that the log still gives the own handle to the own account (C8): whoever looks this person up by it would
 * otherwise write to somebody else. Only a handle that the log gave to this account before is missed, because one that
 * has just been chosen is not in the log yet.
 * @throws Away, MessengerError `key_alarm`
 */
export async function checkOwnHandle(engine: Engine): Promise<void> {
  const own = engine.store.get("device")?.accountId;
  const about = own && (await engine.server.find<ServerAccount>(`accounts/${own}`));
  if (!about) return;
  const handle = about.account.acct;
  const owner = await engine.log.ownerOf(handle);
  const work = new Work(engine.store);
  if (owner === own) {
    work.patch(`chain/${own}`, { handle });
    await work.commit();
  } else if (engine.store.get(`chain/${own}`)?.handle === handle) {
    const alarm = { code: "handle", conversationId: null, personId: null, acceptable: false } as const;
    await raise(engine.log, "own_keys-handle", { kind: "own_keys", ...alarm }, { handle, owner });
  }
}
