import { toBase64Url, toHex } from "@/lib/bytes/encoding";
import { identityOf, ownDevice, type Engine } from "@/lib/messenger/engine";
import type { DeviceRecord } from "@/lib/messenger/records";
import { Work } from "@/lib/messenger/store";
import { createKeyPackage } from "@/lib/mls";

const STOCK = 50;
const LOW = 20;
/** Key packages live for 90 days; this device renews its last resort, and forgets unused ones, before that (ms). */
const RENEW_MS = 60 * 24 * 3_600_000;
const FORGET_MS = 91 * 24 * 3_600_000;

/** Publishes key packages, by which others add this device, when fewer than 20 are left or the last resort is old. */
export function refillKeyPackages(engine: Engine, device?: DeviceRecord): Promise<void> {
  return engine.locks.run("packages", async () => {
    const identity = device ? identityOf(engine, device) : ownDevice(engine).identity;
    const deviceId = toHex(identity.deviceId);
    const now = engine.ports.now();
    const path = `devices/${deviceId}/key_packages`;
    const kept = engine.store.all("package/");
    const renews = !kept.some(({ lastResort, at }) => lastResort && now - at < RENEW_MS);
    const { count } = await engine.server.get<{ count: number }>(path);
    if (count >= LOW && !renews) return;
    const missing = Math.max(0, STOCK - count);
    const made = await Promise.all(
      Array.from({ length: missing + 1 }, (_, at) => createKeyPackage(identity, { lastResort: at === missing, now })),
    );
    // The private halves are stored before anybody can use the public ones.
    const work = new Work(engine.store);
    for (const [at, { ref, privateBytes }] of made.entries()) {
      work.put(`package/${toHex(ref)}`, { privateBytes, lastResort: at === missing, at: now });
    }
    for (const [key, { at }] of engine.store.entries("package/")) if (now - at > FORGET_MS) work.delete(key);
    await work.commit();
    const packages = made.map(({ keyPackage }) => toBase64Url(keyPackage));
    await engine.server.post(path, {
      key_packages: packages.slice(0, missing),
      last_resort: packages[missing],
    });
  });
}
