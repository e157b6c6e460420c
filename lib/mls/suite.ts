import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import type { Hpke } from "ts-mls/crypto/hpke.js";
import { makeGenericHpke } from "ts-mls/crypto/implementation/hpke.js";
import { constantTimeEqual } from "ts-mls/util/constantTimeCompare.js";
import type { Signer } from "@/lib/keychain/signing";

export type { Signer };

/** Cipher suite 0x0001 of RFC 9420, the only one of the profile. */
export const SUITE = "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519";

/** Bytes in memory of their own, as Web Crypto wants them. */
const owned = (bytes: Uint8Array) => new Uint8Array(bytes);

const aesKey = (key: Uint8Array, use: "encrypt" | "decrypt") =>
  crypto.subtle.importKey("raw", owned(key), "AES-GCM", false, [use]);

const aead = {
  async encrypt(key: Uint8Array, iv: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array) {
    const parameters = { name: "AES-GCM", iv: owned(iv), additionalData: owned(additionalData) };
    return new Uint8Array(await crypto.subtle.encrypt(parameters, await aesKey(key, "encrypt"), owned(plaintext)));
  },
  async decrypt(key: Uint8Array, iv: Uint8Array, additionalData: Uint8Array, ciphertext: Uint8Array) {
    const parameters = { name: "AES-GCM", iv: owned(iv), additionalData: owned(additionalData) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, await aesKey(key, "decrypt"), owned(ciphertext)));
  },
};

/** True for a valid Ed25519 signature; false also for a key or a signature that is none. */
async function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = await crypto.subtle.importKey("raw", owned(publicKey), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, owned(signature), owned(message));
  } catch {
    return false;
  }
}

const noKey = () => Promise.reject(new Error("This suite has no signing key."));

async function build(): Promise<CiphersuiteImpl> {
  const hpke: Hpke = await makeGenericHpke(
    { kem: "DHKEM-X25519-HKDF-SHA256", kdf: "HKDF-SHA256", aead: "AES128GCM" },
    aead,
    new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() }),
  );
  return {
    name: SUITE,
    hpke,
    // Many small hashes are faster in JavaScript than as many calls of Web Crypto, which each wait for a thread.
    kdf: {
      size: 32,
      extract: (salt, material) => Promise.resolve(extract(sha256, material, salt)),
      expand: (secret, info, length) => Promise.resolve(expand(sha256, secret, info, length)),
    },
    hash: {
      digest: (data) => Promise.resolve(sha256(data)),
      mac: (key, data) => Promise.resolve(hmac(sha256, key, data)),
      verifyMac: (key, mac, data) => Promise.resolve(constantTimeEqual(mac, hmac(sha256, key, data))),
    },
    signature: { verify, sign: noKey, keygen: noKey },
    rng: { randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  };
}

let built: Promise<CiphersuiteImpl> | undefined;

/** The suite by Web Crypto, which verifies but cannot sign. */
export const suite = (): Promise<CiphersuiteImpl> => (built ??= build());

/**
 * Stands where the library wants the bytes of a private key. The signer holds the key, so that no state and no
 * KeyPackage contains it.
 */
export const NO_PRIVATE_KEY = new Uint8Array(0);

/** The suite that signs as this device. */
export async function suiteFor(signer: Signer): Promise<CiphersuiteImpl> {
  const base = await suite();
  return { ...base, signature: { ...base.signature, sign: (_, message) => signer.sign(message) } };
}
