import { z } from "zod";
import { equal, fromBase64Url, toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { ApiError } from "@/lib/errors";
import { activeDevices, personOf, requireDevice } from "@/lib/keylog/reads";
import { secondsToWait } from "@/lib/limits/writes";
import { inspectKeyPackage, MlsError, type KeyPackageSummary } from "@/lib/mls";
import { refused } from "@/lib/messages/inspection";
import { deviceKey } from "@/lib/messages/rules";
import {
  MOST_PACKAGES,
  type PackageClaim,
  type ClaimedPackages,
  type KeyPackages,
} from "@/lib/messages/packages/schema";
import { metrics } from "@/lib/metrics";
import { read, write } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });

interface Owner {
  accountId: string;
  deviceId: string;
  /** The key of the key log. */
  signatureKey: Uint8Array;
}

/**
 * Publishes KeyPackages of one's own device. Those that the server has already are ignored.
 * @returns how many one-time ones it has now
 * @throws ApiError forbidden, invalid
 */
export async function publishKeyPackages(personId: string, deviceId: string, sent: KeyPackages): Promise<number> {
  const accountId = await requireDevice(personId, deviceId);
  const signatureKey = (await activeDevices(accountId)).find((device) => device.deviceId === deviceId)?.signatureKey;
  if (!signatureKey) throw new ApiError("forbidden", { reason: "unknown_device" });
  const owner = { accountId, deviceId, signatureKey };
  const packages = await Promise.all(sent.key_packages.map((bytes) => checked(owner, bytes, false)));
  const lastResort = sent.last_resort ? await checked(owner, sent.last_resort, true) : null;
  const params = { device: deviceKey(accountId, deviceId), packages, lastResort, most: MOST_PACKAGES };
  const [row] = await write("packages/publish", params, Count);
  if (!row) throw new ApiError("forbidden", { reason: "unknown_device" });
  return row.count;
}

/** A KeyPackage as it is stored, if it is valid and of this device. @throws ApiError invalid */
async function checked({ accountId, deviceId, signatureKey }: Owner, bytes: string, lastResort: boolean) {
  const summary = await inspected(bytes);
  const isOwn = toHex(summary.accountId) === accountId && toHex(summary.deviceId) === deviceId;
  if (!isOwn) throw refused("wrong_device", "A KeyPackage is of another device.");
  if (!equal(summary.signatureKey, signatureKey))
    throw refused("wrong_key", "A KeyPackage has another key than the key log.");
  if (summary.lastResort !== lastResort)
    throw refused(
      "wrong_kind",
      lastResort ? "It is no last-resort KeyPackage." : "A last-resort KeyPackage is not for one use.",
    );
  return { ref: toHex(summary.ref), bytes, until: summary.notAfter };
}

async function inspected(bytes: string): Promise<KeyPackageSummary> {
  try {
    return await inspectKeyPackage(fromBase64Url(bytes), Date.now());
  } catch (error) {
    if (error instanceof MlsError) throw refused(error.code, error.message);
    if (error instanceof DecodeError) throw refused("malformed", error.message);
    throw error;
  }
}

/** How many valid one-time KeyPackages one's own device has. @throws ApiError forbidden */
export async function countKeyPackages(personId: string, deviceId: string): Promise<number> {
  const device = deviceKey(await requireDevice(personId, deviceId), deviceId);
  const [row] = await read("packages/count", { device, now: Date.now() }, Count);
  return row?.count ?? 0;
}

const ClaimRow = z.object({ deviceId: z.string(), bytes: z.string().nullable() });

/**
 * Takes a KeyPackage of each device of an account, for adding them to a group. Somebody who takes too many gets the
 * last-resort ones, as if the others were used up. When the answer is lost, the packages in it are lost too.
 * @throws ApiError forbidden; not_found for accounts that do not exist
 */
export async function claimKeyPackages(personId: string, sent: PackageClaim): Promise<ClaimedPackages> {
  const { device_id: deviceId, account_id: accountId, devices = null } = sent;
  const [own, owner] = await Promise.all([requireDevice(personId, deviceId), personOf(accountId)]);
  if (owner === null) throw new ApiError("not_found");
  const waits = await Promise.all([
    secondsToWait("claim", personId),
    secondsToWait("claimOfOne", `${own} ${accountId}`),
  ]);
  const sparing = waits.some((seconds) => seconds > 0);
  const params = { accountId, devices, except: own === accountId ? deviceId : "", sparing, now: Date.now() };
  const rows = await write("packages/claim", params, ClaimRow);
  const found = rows.flatMap(({ deviceId: id, bytes }) =>
    bytes === null ? [] : [{ device_id: id, key_package: bytes }],
  );
  const asked = devices ?? rows.map((row) => row.deviceId);
  metrics().keyPackages.inc({ kind: sparing ? "spared" : "claimed" }, found.length);
  return { packages: found, missing: asked.filter((id) => !found.some(({ device_id }) => device_id === id)) };
}
