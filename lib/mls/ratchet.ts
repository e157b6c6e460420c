import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { deriveTreeSecret } from "ts-mls/crypto/kdf.js";
import type { RatchetTree } from "ts-mls/ratchetTree.js";
import {
  createSecretTree,
  deriveKey,
  deriveNonce,
  type GenerationSecret,
  type SecretTree,
  type SecretTreeNode,
} from "ts-mls/secretTree.js";
import { leafWidth } from "ts-mls/treemath.js";
import { concat } from "@/lib/bytes/encoding";
import { MlsError } from "@/lib/mls/errors";
import { KEPT_GENERATIONS, MAX_SKIPPED_AHEAD } from "@/lib/mls/profile";

/** Stands where a secret would never be used. */
export const NO_RATCHET: GenerationSecret = { secret: new Uint8Array(), generation: 0, unusedGenerations: {} };
export const NO_SECRETS: SecretTreeNode = { handshake: NO_RATCHET, application: NO_RATCHET };

/**
 * The secrets from which the keys of an epoch's messages follow: of members only, and none for handshakes, which are
 * public messages in the profile.
 */
export async function messageSecrets(
  tree: RatchetTree,
  encryptionSecret: Uint8Array,
  cs: CiphersuiteImpl,
): Promise<SecretTree> {
  const secrets = await createSecretTree(leafWidth(tree.length), encryptionSecret, cs.kdf);
  return secrets.map(({ application }, node) =>
    node % 2 === 0 && tree[node] !== undefined ? { handshake: NO_RATCHET, application } : NO_SECRETS,
  );
}

/** What decrypts one message. */
export interface MessageKey {
  /** AES-128, 16 bytes. */
  key: Uint8Array;
  /** 12 bytes, before the reuse guard of the message is applied. */
  nonce: Uint8Array;
}

/**
 * Takes the key of one generation out of a sender's ratchet. Keys of skipped generations are kept as keys. The
 * library keeps the secrets from which all later keys follow, so that one message that is withheld would leave
 * everything after it readable for who gets the state.
 */
export async function takeKey(
  ratchet: GenerationSecret,
  generation: number,
  cs: CiphersuiteImpl,
): Promise<{ messageKey: MessageKey; next: GenerationSecret }> {
  const keyOf = async (secret: Uint8Array, at: number): Promise<MessageKey> => ({
    key: await deriveKey(secret, at, cs),
    nonce: await deriveNonce(secret, at, cs),
  });
  if (generation < ratchet.generation) {
    const { [generation]: kept, ...unusedGenerations } = ratchet.unusedGenerations;
    if (kept === undefined) throw new MlsError("replayed", "The key of this message was used already.");
    const { keyLength } = cs.hpke;
    const messageKey = { key: kept.slice(0, keyLength), nonce: kept.slice(keyLength) };
    return { messageKey, next: { ...ratchet, unusedGenerations } };
  }
  if (generation - ratchet.generation > MAX_SKIPPED_AHEAD)
    throw new MlsError("undecryptable", "Too many messages of this sender are missing.");
  const unusedGenerations = { ...ratchet.unusedGenerations };
  let { secret } = ratchet;
  for (let at = ratchet.generation; at < generation; at += 1) {
    if (generation - at <= KEPT_GENERATIONS) {
      const { key, nonce } = await keyOf(secret, at);
      unusedGenerations[at] = concat(key, nonce);
    }
    secret = await deriveTreeSecret(secret, "secret", at, cs.kdf.size, cs.kdf);
  }
  const outdated = Object.keys(unusedGenerations)
    .map(Number)
    .toSorted((a, b) => b - a)
    .slice(KEPT_GENERATIONS);
  for (const at of outdated) delete unusedGenerations[at];
  const messageKey = await keyOf(secret, generation);
  secret = await deriveTreeSecret(secret, "secret", generation, cs.kdf.size, cs.kdf);
  return { messageKey, next: { secret, generation: generation + 1, unusedGenerations } };
}
