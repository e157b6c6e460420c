import { toBase64Url } from "../bytes";
import { wrap, type ArchiveKey } from "../archive";
import type { Chain } from "../chain-rules";
import { random } from "../crypto";
import { Refused } from "./api";
import type { Client } from "./client";
import { tellOwnDevices } from "./sending";
import { renewWays } from "./vault";

/* The keys of the archive after devices were removed (devices-and-history.md, section 6). */

const MINUTES_5 = 5 * 60_000;

/** Makes the archive keys that nobody made after a device removed itself. The devices take turns, by their ids. */
export async function catchUpArchive(client: Client, chain: Chain): Promise<void> {
  const place = chain.devices.findIndex(({ id }) => id === client.state.device.id);
  const hasBegun = client.state.archive.begun !== undefined;
  if (hasBegun || client.now() - chain.time >= MINUTES_5 * (place + 1)) await nextArchiveKey(client, chain);
}

/** Makes the archive keys up to the epoch of the chain: a device that was removed still has the one before. */
export async function nextArchiveKey(client: Client, chain: Chain): Promise<void> {
  const { archive } = client.state;
  for (;;) {
    const newest = client.archiveKey;
    if (newest === null || newest.epoch >= chain.archiveEpoch) break;
    if (archive.begun?.epoch !== newest.epoch + 1) {
      const next: ArchiveKey = { account: newest.account, epoch: newest.epoch + 1, key: random(32) };
      archive.begun = { epoch: next.epoch, key: toBase64Url(next.key), wrapped: toBase64Url(wrap(next, newest)) };
      // Stored before it leaves, so that an interrupted device continues with the same key.
      client.save();
    }
    const { epoch, key, wrapped } = archive.begun;
    if (!(await putEpoch(client, epoch, wrapped))) {
      archive.begun = undefined;
      return client.save();
    }
    archive.keys[epoch] = key;
    client.save();
  }
  const newest = client.archiveKey;
  if (newest === null || archive.begun?.epoch !== newest.epoch) return;
  await renewWays(client, chain.recovery, newest);
  await tellOwnDevices(client, { kind: "archive_key", epoch: newest.epoch, key: newest.key });
  archive.begun = undefined;
  client.save();
}

/** @returns false when another device has begun this epoch: its key will come */
async function putEpoch(client: Client, epoch: number, wrapped: string): Promise<boolean> {
  try {
    await client.api.put(`archive/epochs/${epoch}`, { wrapped });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === "epoch_taken") return false;
    if (error instanceof Refused && error.code === "archive_off") return true;
    throw error;
  }
}
