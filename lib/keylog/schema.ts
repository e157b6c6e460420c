import { z } from "zod";

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
