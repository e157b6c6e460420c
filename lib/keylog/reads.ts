import { z } from "zod";
import { fromBase64Url } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { KeyDeviceRow, type ActiveDevice } from "@/lib/keylog/schema";
import { read, IdRow } from "@/lib/neo4j";

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
  if (found) return found.accountId;
  throw new ApiError("forbidden", { reason: "unknown_device", message: "This is no active device of your account." });
}
