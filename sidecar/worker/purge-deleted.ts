import { accountsToPurge, forgetUnconfirmed, purgePerson, releaseFormerHandles } from "@/lib/account/leaving/writes";
import { eraseKeys } from "@/lib/keylog/upkeep/writes";
import { log } from "@/lib/log";
import { removeSealedOf } from "@/lib/media/sealed/writes";
import { discardPicturesOf } from "@/lib/media/sweep/writes";
import { purgeMessagesOf } from "@/lib/messages/upkeep/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

/**
 * Purges accounts whose grace period after deletion has ended: first from Redis and storage, then from the graph, so
 * that an interrupted purge is resumed. Also releases former handles, and deletes people who never confirmed their address
 * where they come in by that.
 * @param now Unix ms
 */
export async function purgeDeletedAccounts(now = Date.now()): Promise<void> {
  for (const personId of await accountsToPurge(now)) {
    await discardPicturesOf(personId);
    await tcpRedis()
      .multi()
      .del(keys.timeline(personId), keys.live(personId), keys.online(personId), keys.alerts(personId))
      .del(keys.pushSeen(personId), keys.pushWaiting(personId), keys.pushTold(personId))
      .zrem(keys.active, personId)
      .zrem(keys.listening, personId)
      .zrem(keys.pushes, personId)
      .exec();
    await removeSealedOf(personId);
    await purgeMessagesOf(personId);
    await eraseKeys(personId);
    await purgePerson(personId);
    log().info({ personId }, "a deleted account was purged");
  }
  await forgetUnconfirmed(now);
  await releaseFormerHandles(now);
}
