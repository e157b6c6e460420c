import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** An id of 16 bytes in lower-case hex: of an account, a device or a conversation. */
export const HexId = z.string().regex(/^[0-9a-f]{32}$/, "must be 32 lower-case hexadecimal digits");

/** A device as the graph has it. Times are Unix ms; `lastAt` is accurate to the hour. */
export const KeyDeviceRow = z.object({
  id: z.string(),
  /** The Ed25519 public key, base64url. */
  signatureKey: z.string(),
  name: z.string(),
  at: z.number(),
  lastAt: z.number(),
});
export type KeyDeviceRow = z.infer<typeof KeyDeviceRow>;

/** A device that the account's key chain lists, after its newest entry that the server accepted. */
export interface ActiveDevice {
  /** 32 hexadecimal digits. */
  deviceId: string;
  /** The Ed25519 public key, 32 bytes. */
  signatureKey: Uint8Array;
}

/** An account with its devices, as the graph has it. */
export const KeyAccountRow = z.object({ id: z.string(), seq: z.number(), devices: z.array(KeyDeviceRow) });
export type KeyAccountRow = z.infer<typeof KeyAccountRow>;

/** The most bytes of a chain entry: 20 devices before and after, and their signatures. */
const ENTRY_BYTES = 8_192;
const Base64Url = z.string().regex(/^[\w-]*$/, "must be base64url without padding");
const DeviceName = z.string().trim().min(1).max(60);

/** Parameters of a path that names an account, or a device. */
export const AccountParam = z.object({ account_id: HexId });
export const DeviceParam = z.object({ device_id: HexId });

/** What follows in a path that names a file of the log. */
export const PathParam = z.object({ path: z.string().max(100) });

export const NewEntry = z.object({
  entry: Base64Url.max(Math.ceil((ENTRY_BYTES * 4) / 3)).meta({ description: "a KeyChainEntry, base64url" }),
  device_name: DeviceName.optional().meta({ description: "what the server calls a device that the entry adds" }),
});
export const DeviceNaming = z.object({ name: DeviceName });

/** Where an entry is in the log; without a position until a signed checkpoint includes it. */
export const Appended = z.object({ seq: z.number(), position: z.number().optional() }).meta({ id: "KeyChainAppended" });
export type Appended = z.infer<typeof Appended>;

/** A device as its person sees it. The name is a hint that the server knows; times are Unix ms, the last to the hour. */
export const OwnDevice = z
  .object({ device_id: HexId, name: z.string(), created_at: z.number(), last_seen_at: z.number() })
  .meta({ id: "OwnMessageDevice" });

/** The caller's own account of encrypted messages; `account_id` is null and `seq` -1 when there is none. */
export const OwnKeyAccount = z
  .object({ account_id: HexId.nullable(), seq: z.number(), devices: z.array(OwnDevice) })
  .meta({ id: "OwnMessageDevices" });
export type OwnKeyAccount = z.infer<typeof OwnKeyAccount>;

/** The account of encrypted messages of somebody. Names of devices are hints; keys are in the log. */
export const PublicKeyAccount = z
  .object({ account_id: HexId, account: Account, devices: z.array(OwnDevice.omit({ last_seen_at: true })) })
  .meta({ id: "KeyAccount" });

/** What is looked up in the key log. */
export const LookupQuery = z.object({
  label: z
    .string()
    .regex(/^(acct:[0-9a-f]{32}|handle:[^\s]{1,60})$/, "must be acct: and an account's id, or handle: and a handle")
    .meta({ description: "acct:<account_id> or handle:<handle in lower case>" }),
  known_seq: z.coerce.number().int().min(-1).default(-1),
  since: z.coerce.number().int().min(0).default(0).meta({ description: "the size of the last verified checkpoint" }),
});
