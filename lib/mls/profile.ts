import type { Capabilities } from "ts-mls/capabilities.js";
import type { ClientConfig } from "ts-mls/clientConfig.js";
import type { Extension } from "ts-mls/extension.js";
import { defaultKeyPackageEqualityConfig } from "ts-mls/keyPackageEqualityConfig.js";
import type { LeafNode } from "ts-mls/leafNode.js";
import { concat, equal, toHex } from "@/lib/bytes/encoding";
import { MlsError } from "@/lib/mls/errors";
import { deviceOf, requireAuthorised, type Authorise, type DeviceName, type Role } from "@/lib/mls/identity";
import { SUITE } from "@/lib/mls/suite";

/** The GroupContext extension that says which conversation a group belongs to. */
const CONVERSATION_EXTENSION = 0xf0d1;
/** The KeyPackage extension of draft-ietf-mls-extensions: it may be used more than once. */
export const LAST_RESORT_EXTENSION = 0x000a;

/** Seconds that a KeyPackage lives, and by how much its beginning is set back for clocks that are slow. */
export const KEY_PACKAGE_LIFETIME = 90 * 24 * 3600;
export const CLOCK_TOLERANCE = 3600;

/** How many messages that have not arrived yet a sender may be ahead. */
export const MAX_SKIPPED_AHEAD = 5000;
/** How many keys of messages that have not arrived are kept for each sender and epoch. */
export const KEPT_GENERATIONS = 1000;
const KEPT_EPOCHS = 8;
const MAX_ACCOUNTS = 32;

/** The library's own default has random values, by which every KeyPackage of a device could be told apart. */
export const CAPABILITIES: Capabilities = {
  versions: ["mls10"],
  ciphersuites: [SUITE],
  extensions: [LAST_RESORT_EXTENSION, CONVERSATION_EXTENSION],
  proposals: [],
  credentials: ["basic"],
};

/** How the library treats a group; `roleOf` says for which role a signature key is to be authorised. */
export const clientConfig = (authorise: Authorise, roleOf: (key: Uint8Array) => Role): ClientConfig => ({
  keyRetentionConfig: {
    retainKeysForGenerations: KEPT_GENERATIONS,
    retainKeysForEpochs: KEPT_EPOCHS,
    maximumForwardRatchetSteps: MAX_SKIPPED_AHEAD,
  },
  // A commit may be read weeks after it was made, so the library must not compare lifetimes with the present.
  lifetimeConfig: { maximumTotalLifetime: BigInt(KEY_PACKAGE_LIFETIME), validateLifetimeOnReceive: false },
  keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
  paddingConfig: { kind: "padUntilLength", padUntilLength: 0 },
  authService: {
    async validateCredential(credential, signatureKey) {
      await requireAuthorised(authorise, { ...deviceOf(credential), signatureKey }, roleOf(signatureKey));
      return true;
    },
  },
});

/** What the extension of a group says. */
export interface Conversation {
  /** 16 bytes. */
  conversationId: Uint8Array;
  /** How often the group of this conversation was replaced by a new one. */
  generation: number;
  /** The accounts with which the group was created, 16 bytes each, in ascending order. */
  accounts: Uint8Array[];
}

const uint32 = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

/** The group's id: the conversation's id followed by the generation as uint32. */
export const groupIdOf = (conversationId: Uint8Array, generation: number): Uint8Array =>
  concat(conversationId, uint32(generation));

/**
 * `struct { uint8 version = 1; opaque conversation_id[16]; uint32 generation; uint8 count; AccountId accounts[count] }`
 */
export function conversationExtension({ conversationId, generation, accounts }: Conversation): Extension {
  const unique = new Map(accounts.map((account) => [toHex(account), account]));
  const sorted = [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account);
  const head = concat(Uint8Array.of(1), groupIdOf(conversationId, generation), Uint8Array.of(sorted.length));
  const extension = { extensionType: CONVERSATION_EXTENSION, extensionData: concat(head, ...sorted) };
  conversationOf([extension]);
  return extension;
}

/** What the extensions of a group context say. Throws MlsError "wrong_profile" unless there is exactly this one. */
export function conversationOf(extensions: Extension[]): Conversation {
  const [extension] = extensions;
  const wrong = (why: string) => new MlsError("wrong_profile", `The group's extension 0xF0D1 ${why}.`);
  if (extension === undefined || extensions.length !== 1 || extension.extensionType !== CONVERSATION_EXTENSION)
    throw wrong("is missing or not the only one");
  const data = extension.extensionData;
  const count = data[21] ?? 0;
  if (data[0] !== 1) throw wrong("has an unknown version");
  if (count < 1 || count > MAX_ACCOUNTS || data.length !== 22 + 16 * count) throw wrong("has a wrong length");
  const accounts = Array.from({ length: count }, (_, at) => data.slice(22 + 16 * at, 38 + 16 * at));
  const names = accounts.map(toHex);
  if (names.some((name, at) => at > 0 && name <= (names[at - 1] ?? ""))) throw wrong("lists accounts out of order");
  const generation = new DataView(data.buffer, data.byteOffset).getUint32(17);
  return { conversationId: data.slice(1, 17), generation, accounts };
}

const includesAll = <T>(all: readonly T[], some: readonly T[]) => some.every((one) => all.includes(one));

/**
 * The device that a leaf names, if the leaf is as the profile wants it. A lifetime is compared with the longest
 * that is allowed, not with the present. Throws MlsError "wrong_profile" or "expired_key_package".
 */
export function checkLeaf(leaf: LeafNode): DeviceName {
  const { capabilities, extensions, signaturePublicKey } = leaf;
  const fits =
    extensions.length === 0 &&
    signaturePublicKey.length === 32 &&
    leaf.leafNodeSource !== "update" &&
    includesAll(capabilities.versions, CAPABILITIES.versions) &&
    includesAll(capabilities.ciphersuites, CAPABILITIES.ciphersuites) &&
    includesAll(capabilities.extensions, CAPABILITIES.extensions) &&
    includesAll(capabilities.credentials, CAPABILITIES.credentials);
  if (!fits) throw new MlsError("wrong_profile", "The leaf does not fit the profile.");
  if (leaf.leafNodeSource === "key_package") {
    const seconds = leaf.lifetime.notAfter - leaf.lifetime.notBefore;
    if (seconds < 0n || seconds > BigInt(KEY_PACKAGE_LIFETIME + CLOCK_TOLERANCE))
      throw new MlsError("expired_key_package", "The lifetime of the KeyPackage is longer than 90 days.");
  }
  return deviceOf(leaf.credential);
}

/** Whether two leaves are of the same device with the same key. */
export const sameDevice = (a: LeafNode, b: LeafNode): boolean =>
  equal(a.signaturePublicKey, b.signaturePublicKey) &&
  a.credential.credentialType === "basic" &&
  b.credential.credentialType === "basic" &&
  equal(a.credential.identity, b.credential.identity);
