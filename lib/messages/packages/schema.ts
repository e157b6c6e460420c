import { z } from "zod";
import { HexId } from "@/lib/keylog/schema";
import { binary } from "@/lib/messages/schema";

/** A KeyPackage has about 300 bytes. */
const PACKAGE_BYTES = 4 * 1024;
/** How many one-time KeyPackages a device has at most, and sends at once. */
export const MOST_PACKAGES = 100;
const SENT_AT_ONCE = 50;
/** The largest request with KeyPackages, in bytes of JSON. */
export const PACKAGES_BODY = 300_000;

const KeyPackage = binary(PACKAGE_BYTES).min(1);

export const DeviceParam = z.object({ device_id: HexId });

/** The body of `POST …/devices/{device_id}/key_packages`. */
export const KeyPackages = z.object({
  key_packages: z.array(KeyPackage).max(SENT_AT_ONCE).default([]),
  last_resort: KeyPackage.nullish(),
});
export type KeyPackages = z.infer<typeof KeyPackages>;

/** How many one-time KeyPackages of a device are left. */
export const KeyPackageCount = z.object({ count: z.number().int() });

/** The body of `POST …/key_packages/claim`: for all devices of an account, or some of them. */
export const PackageClaim = z.object({
  device_id: HexId,
  account_id: HexId,
  devices: z.array(HexId).min(1).max(20).nullish(),
});
export type PackageClaim = z.infer<typeof PackageClaim>;

export const ClaimedPackages = z.object({
  packages: z.array(z.object({ device_id: HexId, key_package: z.string() })),
  /** Devices without any KeyPackage, and devices that are not active. */
  missing: z.array(HexId),
});
export type ClaimedPackages = z.infer<typeof ClaimedPackages>;
