import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { MessengerError } from "@/lib/messenger/ports";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";

/**
 * Sends a request that carries this device's counter. Counters are used in order and never twice, also across crashes,
 * so the server notices when two copies of this device's storage are in use.
 */
export function postCounted<T>(engine: Engine, path: string, body: Record<string, unknown>): Promise<T> {
  return engine.locks.run("post", async () => {
    const { deviceId } = ownDevice(engine);
    const counter = (engine.store.get("counter") ?? 0) + 1;
    const work = new Work(engine.store);
    work.put("counter", counter);
    await work.commit();
    try {
      return await engine.server.post<T>(path, { ...body, device_id: deviceId, counter });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === "device_cloned") await quarantine(engine);
      else if (error.code !== "unknown_device" || !(await confirmRemoval(engine))) throw error;
      throw new MessengerError("removed", "This device was removed. Set it up again to read and write messages.");
    }
  });
}

/**
 * Finds out in the log whether this device was removed, as the server says.
 * @returns true when it was, and its keys are no longer used
 */
export async function confirmRemoval(engine: Engine): Promise<boolean> {
  const { accountId, deviceId } = ownDevice(engine);
  await engine.log.lookUp(accountId);
  if (engine.log.devices(accountId).includes(deviceId)) return false;
  await quarantine(engine);
  return true;
}

/** Stops using this device's keys: it was removed, or a copy of its storage is in use elsewhere. */
export async function quarantine(engine: Engine): Promise<void> {
  const device = engine.store.get("device");
  if (device?.phase !== "ready") return;
  const work = new Work(engine.store);
  work.put("device", { ...device, phase: "removed" });
  await work.commit();
  engine.emit({ topic: "state" });
}
