import { toHex } from "@/lib/bytes/encoding";
import { raise } from "@/lib/messenger/alarms";
import type { Engine } from "@/lib/messenger/engine";
import type { SeenUpdate } from "@/lib/messenger/records";
import { decodeEntry } from "@/lib/keychain/entry";
import { Work } from "@/lib/messenger/store";
import { wasAnnounced, type WatchedUpdate } from "@/lib/transparency/audit";

/** How many updates of an account are remembered. */
const KEPT = 20;

/**
 * Remembers when the log showed the updates of an account, and checks that a reset among them had been in sight for 72
 * hours. The times in the chain are only what the new devices claim, and a server could announce a reset in the past.
 */
export async function rememberUpdates(engine: Engine, accountId: string, updates: WatchedUpdate[]): Promise<void> {
  const chain = engine.store.get(`chain/${accountId}`);
  if (!chain || updates.length === 0) return;
  const known: SeenUpdate[] = updates.map(({ version, visibleMs }) => ({ version, visibleMs }));
  const seen = [...(chain.seen ?? []), ...known].slice(-KEPT);
  const work = new Work(engine.store);
  work.patch(`chain/${accountId}`, { seen });
  await work.commit();
  const index = toHex(chain.index);
  const all = seen.map((one) => ({ ...one, index, commitment: chain.index, position: 0 }));
  for (const { tbs } of chain.entries.map(decodeEntry)) {
    if (tbs.type !== "reset" || wasAnnounced(all, index, tbs.seq) !== false) continue;
    const personId = chain.contact?.personId ?? null;
    const alarm = {
      kind: "log",
      code: "reset_unannounced",
      conversationId: null,
      personId,
      acceptable: false,
    } as const;
    await raise(engine.log, `log-reset_unannounced-${accountId}`, alarm, { accountId, seq: tbs.seq, seen });
  }
}
