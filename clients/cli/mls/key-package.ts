import {
  decodeKeyPackage,
  encodeKeyPackage,
  generateKeyPackageWithKey,
  makeKeyPackageRef,
  verifyKeyPackage,
  type KeyPackage,
} from "ts-mls/keyPackage.js";
import { verifyLeafNodeSignatureKeyPackage } from "ts-mls/leafNode.js";
import { join, parse, same, toHex, vector, zeros, type Bytes } from "../bytes";
import { keyPair } from "../crypto";
import {
  CAPABILITIES,
  CLOCK,
  credentialOf,
  decodeAs,
  demand,
  encodeMls,
  LAST_RESORT,
  LIFETIME,
  MlsFault,
  memberOf,
  refusing,
  suite,
  SUITE,
  type Member,
  type Own,
} from "./profile";

/* KeyPackages, by which a device is added to groups (messages.md, section 2.5). */

/** A KeyPackage of this device with its private parts. */
export interface OwnPackage {
  keyPackage: KeyPackage;
  initSecret: Uint8Array;
  leafSecret: Uint8Array;
}

/** A KeyPackage that lives for 90 days from an hour before `now` (Unix ms). */
export async function generatePackage(own: Own, lastResort: boolean, now: number): Promise<OwnPackage> {
  const start = Math.floor(now / 1000) - CLOCK;
  const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
    credentialOf(own),
    CAPABILITIES,
    { notBefore: BigInt(start), notAfter: BigInt(start + LIFETIME) },
    lastResort ? [{ extensionType: LAST_RESORT, extensionData: zeros(0) }] : [],
    { signKey: own.secret, publicKey: keyPair(own.secret).public },
    await suite(),
  );
  const { initPrivateKey, hpkePrivateKey } = privatePackage;
  return { keyPackage: publicPackage, initSecret: initPrivateKey, leafSecret: hpkePrivateKey };
}

export const publish = ({ keyPackage }: OwnPackage): Bytes => encodeMls({ wireformat: "mls_key_package", keyPackage });

/** The hexadecimal name by which a Welcome refers to a KeyPackage. */
export const refOf = async (keyPackage: KeyPackage): Promise<string> =>
  toHex(await makeKeyPackageRef(keyPackage, (await suite()).hash));

export const encodePackage = ({ keyPackage, initSecret, leafSecret }: OwnPackage): Bytes =>
  join(vector(encodeKeyPackage(keyPackage)), vector(initSecret), vector(leafSecret));

/** @throws MlsFault, Malformed */
export function decodePackage(bytes: Uint8Array): OwnPackage {
  const [publicBytes, initSecret, leafSecret] = parse(
    bytes,
    (reader) => [reader.vector(), reader.vector(), reader.vector()] as const,
  );
  const [keyPackage] = decodeKeyPackage(publicBytes, 0) ?? [];
  if (keyPackage === undefined) throw new MlsFault("malformed", "a KeyPackage");
  return { keyPackage, initSecret, leafSecret };
}

/** The device that a KeyPackage is of, if it fits the profile and is signed. Whether it is listed, the chain says. @throws MlsFault */
export async function deviceOfPackage(keyPackage: KeyPackage): Promise<Member> {
  const { cipherSuite, extensions, initKey, leafNode } = keyPackage;
  demand(cipherSuite === SUITE, "wrong_suite");
  const member = memberOf(leafNode, -1);
  const [extension] = extensions;
  const fits = extensions.length === 0 || (extensions.length === 1 && extension?.extensionType === LAST_RESORT);
  demand(fits && !same(initKey, leafNode.hpkePublicKey), "wrong_profile", "a KeyPackage");
  const { signature } = await suite();
  const isSigned =
    (await verifyKeyPackage(keyPackage, signature)) && (await verifyLeafNodeSignatureKeyPackage(leafNode, signature));
  demand(isSigned, "bad_signature", "a KeyPackage");
  return member;
}

/** A published KeyPackage that is valid now. @throws MlsFault */
export async function readPackage(bytes: Uint8Array, now: number): Promise<{ keyPackage: KeyPackage; member: Member }> {
  const { keyPackage } = await decodeAs("mls_key_package", bytes);
  const member = await refusing("malformed", () => deviceOfPackage(keyPackage));
  const { notBefore, notAfter } = keyPackage.leafNode.lifetime;
  demand(Number(notBefore) * 1000 <= now && now <= Number(notAfter) * 1000, "expired_key_package");
  return { keyPackage, member };
}
