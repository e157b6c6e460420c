import { z } from "zod";
import { fromBase64Url } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { KeyAccountRow, KeyDeviceRow, type ActiveDevice, type OwnKeyAccount } from "@/lib/keylog/schema";
import { toOwnAccount, toPublicAccount } from "@/lib/keylog/view";
import { log } from "@/lib/log";
import { read, write, IdRow } from "@/lib/neo4j";
import { findVisibleAccount } from "@/lib/people/reads";
import { HOUR_MS } from "@/lib/time";

const Found = z.object({ accountId: z.string(), lastAt: z.number() });

/** The account of encrypted messages of a person, 32 hexadecimal digits; null when they have none. */
export async function accountOf(personId: string): Promise<string | null> {
  const [row] = await read("keylog/account_of_person", { personId }, IdRow);
  return row?.id ?? null;
}

/** The person of an account; null when it does not exist, is closed, or its person has left. */
export async function personOf(accountId: string): Promise<string | null> {
  const [row] = await read("keylog/person_of_account", { accountId }, IdRow);
  return row?.id ?? null;
}

/** The person of an account, also when they closed it; null when it does not exist, or its person has left. */
export async function ownerOf(accountId: string): Promise<string | null> {
  const [row] = await read("keylog/owner_of_account", { accountId }, IdRow);
  return row?.id ?? null;
}

/** The devices that an account's key chain lists, ordered by id. Empty when there is no such account. */
export async function activeDevices(accountId: string): Promise<ActiveDevice[]> {
  const rows = await read("keylog/devices", { accountId }, KeyDeviceRow);
  return rows.map(({ id, signatureKey }) => ({ deviceId: id, signatureKey: fromBase64Url(signatureKey) }));
}

/**
 * Checks that a request may act for a device: it is an active device of the caller's account.
 * @returns the account
 * @throws ApiError forbidden with the reason `unknown_device`
 */
export async function requireDevice(personId: string, deviceId: string): Promise<string> {
  const [found] = await read("keylog/device_of_person", { personId, deviceId }, Found);
  if (found) {
    if (found.lastAt < Date.now() - HOUR_MS) recordUse(`${found.accountId} ${deviceId}`);
    return found.accountId;
  }
  throw new ApiError("forbidden", { reason: "unknown_device", message: "This is no active device of your account." });
}

/** Records that a device is in use, without waiting. One write an hour is enough. */
function recordUse(key: string): void {
  write("keylog/touch_device", { key, at: Date.now() }, IdRow).catch((error: unknown) =>
    log().debug({ err: error }, "the use of a device was not recorded"),
  );
}

/** The account of encrypted messages of a person, with their devices. */
export async function ownAccount(personId: string): Promise<OwnKeyAccount> {
  const [row] = await read("keylog/own_account", { personId }, KeyAccountRow);
  return toOwnAccount(row ?? null);
}

/**
 * An account as others see it.
 * @throws ApiError not_found when there is none, or the viewer may not see its person
 */
export async function publicAccount(viewerId: string, accountId: string) {
  const personId = await personOf(accountId);
  const [account, devices] = await Promise.all([
    personId === null ? null : findVisibleAccount(viewerId, personId),
    read("keylog/devices", { accountId }, KeyDeviceRow),
  ]);
  if (!account) throw new ApiError("not_found");
  return toPublicAccount(accountId, account, devices);
}
