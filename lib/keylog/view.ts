import type { z } from "zod";
import type { KeyAccountRow, KeyDeviceRow, OwnKeyAccount, PublicKeyAccount } from "@/lib/keylog/schema";
import type { Account } from "@/lib/people/schema";

/** What a person sees of their own account; null when they have none. */
export function toOwnAccount(row: KeyAccountRow | null): OwnKeyAccount {
  if (row === null) return { account_id: null, seq: -1, devices: [] };
  const devices = row.devices.map(({ lastAt, ...device }) => ({ ...toDevice(device), last_seen_at: lastAt }));
  return { account_id: row.id, seq: row.seq, devices };
}

/** What others see of an account. */
export function toPublicAccount(
  accountId: string,
  account: Account,
  devices: KeyDeviceRow[],
): z.infer<typeof PublicKeyAccount> {
  return { account_id: accountId, account, devices: devices.map(toDevice) };
}

function toDevice({ id, name, at }: Pick<KeyDeviceRow, "id" | "name" | "at">) {
  return { device_id: id, name, created_at: at };
}
