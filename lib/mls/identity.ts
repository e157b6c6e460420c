import type { Credential } from "ts-mls/credential.js";
import { fromHex, toHex } from "@/lib/bytes/encoding";
import { MlsError } from "@/lib/mls/errors";
import type { Signer } from "@/lib/mls/suite";

/** A device as its credential names it. */
export interface DeviceName {
  /** The server's host, for example "barker.example". */
  host: string;
  /** 16 bytes. */
  accountId: Uint8Array;
  /** 16 bytes. */
  deviceId: Uint8Array;
}

/** The device that this code runs on. */
export interface DeviceIdentity extends DeviceName {
  signer: Signer;
}

/** A device as a leaf of a group names it. */
export interface Member extends DeviceName {
  leafIndex: number;
  /** Ed25519, 32 bytes. */
  signatureKey: Uint8Array;
}

/** What a device does for which it is authorised. */
export type Role =
  /** It is a member of a group that this device joins. */
  | "member"
  /** It is added by a commit. */
  | "added"
  /** It commits. It may have been removed from its account since. */
  | "committer";

/** Whether this key belongs to this device of this account, as the key log has it. */
export type Authorise = (device: DeviceName & { signatureKey: Uint8Array }, role: Role) => Promise<boolean>;

const HOST = /^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?(?::\d{1,5})?$/;
const URI = /^mimi:\/\/([^/]+)\/d\/([\da-f]{32})\/([\da-f]{32})$/;

/** `mimi://<host>/d/<account id>/<device id>`, both ids as 32 lower-case hexadecimal digits. */
export function credentialUri({ host, accountId, deviceId }: DeviceName): string {
  const uri = `mimi://${host}/d/${toHex(accountId)}/${toHex(deviceId)}`;
  parseCredentialUri(uri);
  return uri;
}

/** The inverse of credentialUri. Throws MlsError "wrong_profile" for everything that it does not write. */
export function parseCredentialUri(uri: string): DeviceName {
  const [, host = "", account = "", device = ""] = URI.exec(uri) ?? [];
  if (!HOST.test(host)) throw new MlsError("wrong_profile", "The credential names no device.");
  return { host, accountId: fromHex(account), deviceId: fromHex(device) };
}

export const credentialOf = (device: DeviceName): Credential => ({
  credentialType: "basic",
  identity: new TextEncoder().encode(credentialUri(device)),
});

/** The device that a credential names. Throws MlsError "wrong_profile". */
export function deviceOf(credential: Credential): DeviceName {
  if (credential.credentialType !== "basic") throw new MlsError("wrong_profile", "The credential is not basic.");
  let uri: string;
  try {
    uri = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(credential.identity);
  } catch (cause) {
    throw new MlsError("wrong_profile", "The credential is not UTF-8.", { cause });
  }
  return parseCredentialUri(uri);
}

/** Throws MlsError "unauthorised_member" for a device that is not authorised. */
export async function requireAuthorised(
  authorise: Authorise,
  device: DeviceName & { signatureKey: Uint8Array },
  role: Role,
): Promise<void> {
  let isAuthorised: boolean;
  try {
    isAuthorised = await authorise(device, role);
  } catch (cause) {
    throw new MlsError("authorisation_unavailable", "Nobody could say who is authorised.", { cause });
  }
  if (!isAuthorised) throw new MlsError("unauthorised_member", `Device ${toHex(device.deviceId)} is not authorised.`);
}
