import { ed25519 } from "@noble/curves/ed25519.js";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Bytes } from "@/lib/bytes/tls";
import type { Signer } from "@/lib/mls";
import { ArchiveError, derive, random } from "@/lib/archive/seal";

const LENGTH = 32;

/** A new recovery secret, 32 bytes. Who has it can add a device and read the archive. */
export const newRecoverySecret = (): Bytes => random(LENGTH);

/** The secret as 24 words of BIP 39 with spaces between. */
export const toWords = (secret: Uint8Array): string => entropyToMnemonic(new Uint8Array(secret), wordlist);

/** The secret in 24 words, however they are spaced and capitalised. Throws ArchiveError "malformed". */
export function fromWords(words: string): Bytes {
  try {
    const secret = mnemonicToEntropy(words.trim().toLowerCase().split(/\s+/).join(" "), wordlist);
    if (secret.length === LENGTH) return new Uint8Array(secret);
  } catch (cause) {
    throw new ArchiveError("malformed", "These are not the words of a recovery secret.", { cause });
  }
  throw new ArchiveError("malformed", "A recovery secret has 24 words.");
}

/** Which of the words are no words of the list, by their place from 0: mistakes that somebody can see. */
export const unknownWords = (words: string): number[] =>
  words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word, at) => (wordlist.includes(word) ? [] : [at]));

/** The account's recovery key, whose public half is in its key chain. */
export function recoverySigner(secret: Uint8Array): Signer {
  const seed = derive(secret, "ODM1 recovery");
  return {
    publicKey: ed25519.getPublicKey(seed),
    sign: (data) => Promise.resolve(ed25519.sign(data, seed)),
  };
}

/** A passphrase of at least six random words, 11 bits each. */
export function newPassphrase(words = 6): string {
  const picks = crypto.getRandomValues(new Uint16Array(Math.max(words, 6)));
  // 2,048 words divide 65,536 values evenly.
  return [...picks].map((pick) => wordlist[pick % wordlist.length]).join(" ");
}
