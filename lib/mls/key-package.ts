import { decodeVarLenData, varLenDataEncoder } from "ts-mls/codec/variableLength.js";
import { contramapBufferEncoders, encode } from "ts-mls/codec/tlsEncoder.js";
import { mapDecoders } from "ts-mls/codec/tlsDecoder.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import {
  decodeKeyPackage,
  encodeKeyPackage,
  generateKeyPackageWithKey,
  makeKeyPackageRef,
  verifyKeyPackage,
  type KeyPackage,
} from "ts-mls/keyPackage.js";
import { verifyLeafNodeSignatureKeyPackage } from "ts-mls/leafNode.js";
import { equal } from "@/lib/bytes/encoding";
import { MlsError, refusing } from "@/lib/mls/errors";
import { credentialOf, type DeviceIdentity, type DeviceName } from "@/lib/mls/identity";
import {
  CAPABILITIES,
  checkLeaf,
  CLOCK_TOLERANCE,
  KEY_PACKAGE_LIFETIME,
  LAST_RESORT_EXTENSION,
} from "@/lib/mls/profile";
import { NO_PRIVATE_KEY, SUITE, suite, suiteFor } from "@/lib/mls/suite";
import { decodeAs, encodeMessage } from "@/lib/mls/wire";

/** A new KeyPackage of this device. */
export interface NewKeyPackage {
  /** The MLSMessage to publish. */
  keyPackage: Uint8Array;
  /** KeyPackageRef of RFC 9420, 32 bytes, by which a Welcome names it. */
  ref: Uint8Array;
  /** What `joinGroup` needs later: a secret, to be kept sealed. */
  privateBytes: Uint8Array;
}

/** What a KeyPackage says, verified. */
export interface KeyPackageSummary extends DeviceName {
  /** Ed25519, 32 bytes. */
  signatureKey: Uint8Array;
  lastResort: boolean;
  /** Milliseconds since 1970. */
  notAfter: number;
  /** KeyPackageRef, 32 bytes. */
  ref: Uint8Array;
}

/** What is kept of an own KeyPackage. */
export interface OwnKeyPackage {
  keyPackage: KeyPackage;
  initPrivateKey: Uint8Array;
  hpkePrivateKey: Uint8Array;
}

const encodeOwn = encode(
  contramapBufferEncoders([varLenDataEncoder, varLenDataEncoder, varLenDataEncoder], (own: OwnKeyPackage) => [
    encodeKeyPackage(own.keyPackage),
    own.initPrivateKey,
    own.hpkePrivateKey,
  ]),
);
const decodeOwn = mapDecoders(
  [decodeVarLenData, decodeVarLenData, decodeVarLenData],
  (keyPackage, initPrivateKey, hpkePrivateKey) => ({ keyPackage, initPrivateKey, hpkePrivateKey }),
);

/** The inverse of `privateBytes`. Throws MlsError "malformed". */
export function readPrivateBytes(bytes: Uint8Array): OwnKeyPackage {
  try {
    const [own] = decodeOwn(bytes, 0) ?? [];
    const [keyPackage] = own === undefined ? [] : (decodeKeyPackage(own.keyPackage, 0) ?? []);
    if (own !== undefined && keyPackage !== undefined) return { ...own, keyPackage };
  } catch (cause) {
    throw new MlsError("malformed", "The bytes are no private KeyPackage.", { cause });
  }
  throw new MlsError("malformed", "The bytes are no private KeyPackage.");
}

/** A KeyPackage with fresh keys, and the private half of it. `now` is in milliseconds since 1970. */
export async function generate(
  identity: DeviceIdentity,
  { lastResort, now }: { lastResort: boolean; now: number },
  cs: CiphersuiteImpl,
): Promise<OwnKeyPackage> {
  const second = Math.floor(now / 1000);
  const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
    credentialOf(identity),
    CAPABILITIES,
    { notBefore: BigInt(second - CLOCK_TOLERANCE), notAfter: BigInt(second - CLOCK_TOLERANCE + KEY_PACKAGE_LIFETIME) },
    lastResort ? [{ extensionType: LAST_RESORT_EXTENSION, extensionData: new Uint8Array() }] : [],
    { signKey: NO_PRIVATE_KEY, publicKey: identity.signer.publicKey },
    cs,
  );
  return { keyPackage: publicPackage, ...privatePackage };
}

/**
 * Makes a KeyPackage by which others can add this device to a group: once, or as often as needed if it is the last
 * resort. It lives for 90 days from an hour before `now` (milliseconds since 1970).
 */
export async function createKeyPackage(
  identity: DeviceIdentity,
  options: { lastResort: boolean; now: number },
): Promise<NewKeyPackage> {
  const cs = await suiteFor(identity.signer);
  const own = await generate(identity, options, cs);
  return {
    keyPackage: encodeMessage({ wireformat: "mls_key_package", keyPackage: own.keyPackage }),
    ref: await makeKeyPackageRef(own.keyPackage, cs.hash),
    privateBytes: encodeOwn(own),
  };
}

/** Whether a KeyPackage fits the profile, with all signatures; throws MlsError if not. Does not ask for the time. */
export async function checkKeyPackage(keyPackage: KeyPackage): Promise<KeyPackageSummary> {
  const { leafNode, extensions } = keyPackage;
  if (keyPackage.cipherSuite !== SUITE) throw new MlsError("wrong_suite", "The KeyPackage is of another cipher suite.");
  const device = checkLeaf(leafNode);
  const lastResort = extensions.length > 0;
  if (lastResort && (extensions.length > 1 || extensions[0]?.extensionType !== LAST_RESORT_EXTENSION))
    throw new MlsError("wrong_profile", "The KeyPackage has an unknown extension.");
  if (equal(keyPackage.initKey, leafNode.hpkePublicKey))
    throw new MlsError("wrong_profile", "The KeyPackage has one key for two purposes.");
  const cs = await suite();
  if (!(await verifyKeyPackage(keyPackage, cs.signature)))
    throw new MlsError("bad_signature", "The signature of the KeyPackage is wrong.");
  if (!(await verifyLeafNodeSignatureKeyPackage(leafNode, cs.signature)))
    throw new MlsError("bad_signature", "The signature of the leaf is wrong.");
  return {
    ...device,
    signatureKey: leafNode.signaturePublicKey,
    lastResort,
    notAfter: Number(leafNode.lifetime.notAfter) * 1000,
    ref: await makeKeyPackageRef(keyPackage, cs.hash),
  };
}

/**
 * What a published KeyPackage says, if it is valid at `now` (milliseconds since 1970). Whether the device belongs
 * to the account, only the key log can say. Throws MlsError.
 */
export async function inspectKeyPackage(bytes: Uint8Array, now: number): Promise<KeyPackageSummary> {
  const { keyPackage } = decodeAs("mls_key_package", bytes);
  const summary = await refusing("malformed", () => checkKeyPackage(keyPackage));
  const notBefore = Number(keyPackage.leafNode.lifetime.notBefore) * 1000;
  if (now < notBefore || now > summary.notAfter)
    throw new MlsError("expired_key_package", "The KeyPackage is not valid now.");
  return summary;
}
