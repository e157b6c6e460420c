import { z } from "zod";
import { endCredential } from "@/lib/auth/writes";
import { fromHex } from "@/lib/bytes/encoding";
import { updateOfHandle, updatesOfRename } from "@/lib/keylog/rules";
import { toUpdate, wakeSequencer } from "@/lib/keylog/writes";
import { read, write, IdRow } from "@/lib/neo4j";

/** The most rows of one turn. */
const LIMIT = 100;
const Count = z.object({ count: z.number() });
const Renamed = z.object({
  accountId: z.string(),
  seq: z.number(),
  before: z.string(),
  after: z.string(),
  renamedAt: z.number(),
});
const RemovedDevice = z.object({
  id: z.string(),
  accountId: z.string(),
  personId: z.string(),
  credential: z.string().nullable(),
});
export type RemovedDevice = z.infer<typeof RemovedDevice>;

/** Has the log told of handles that changed. */
export async function logRenames(): Promise<void> {
  for (const { accountId, seq, before, after, renamedAt } of await read("keylog/renamed", { limit: LIMIT }, Renamed)) {
    const updates = updatesOfRename({ accountId: fromHex(accountId), seq }, before, after).map(toUpdate);
    await write("keylog/log_rename", { accountId, renamedAt, after, updates }, IdRow);
  }
}

/**
 * Lets the removal of devices take effect: the sessions and tokens that are bound to them end, and what `drop` does.
 * A removal that is interrupted is repeated.
 * @param drop removes what other features have for the device
 */
export async function endRemovedDevices(drop: (device: RemovedDevice) => Promise<void>): Promise<void> {
  for (const device of await read("keylog/removed_devices", { limit: LIMIT }, RemovedDevice)) {
    const { id, accountId, personId, credential } = device;
    if (credential !== null) await endCredential(personId, credential);
    await drop(device);
    await write("keylog/forget_device", { key: `${accountId} ${id}` }, Count);
  }
}

/**
 * Erases the keys of a person who is purged. What the log committed to stays there, but nobody can tell any more what
 * it was, because the openings are gone.
 */
export async function eraseKeys(personId: string): Promise<void> {
  // The label is made of the handle in the graph.
  const { label: _, ...release } = toUpdate(updateOfHandle("", null));
  const [erased] = await write("keylog/erase_account", { personId, release }, Count);
  if (erased && erased.count > 0) wakeSequencer();
}
