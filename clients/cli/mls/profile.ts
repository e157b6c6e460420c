import { ed25519 } from "@noble/curves/ed25519.js";
import type { Capabilities } from "ts-mls/capabilities.js";
import type { ClientState, GroupState } from "ts-mls/clientState.js";
import { getCiphersuiteFromName, type CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { getCiphersuiteImpl } from "ts-mls/crypto/getCiphersuiteImpl.js";
import { defaultKeyPackageEqualityConfig } from "ts-mls/keyPackageEqualityConfig.js";
import type { Extension } from "ts-mls/extension.js";
import type { LeafNode } from "ts-mls/leafNode.js";
import { decodeMlsMessage, encodeMlsMessage, type MlsMessageContent } from "ts-mls/message.js";
import type { RatchetTree } from "ts-mls/ratchetTree.js";
import { fromHex, join, malformed, parse, text, toHex, uint, utf8, type Bytes } from "../bytes";
import { deviceUri } from "../content";
import { verify } from "../crypto";

/* The profile of MLS (messages.md, section 2). */

export const SUITE = "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519";
const CONVERSATION = 0xf0d1;
export const LAST_RESORT = 0x000a;
export const LIFETIME = 90 * 24 * 3600;
export const CLOCK = 3600;

/** Something of MLS that is refused. A group stays usable. */
export class MlsFault extends Error {
  override readonly name = "MlsFault";

  constructor(
    readonly code: string,
    why = "",
  ) {
    super(`MLS: ${code}${why && ` (${why})`}`);
  }
}

export function demand(holds: boolean, code: string, why = ""): asserts holds {
  if (!holds) throw new MlsFault(code, why);
}

/** What `work` returns; errors of the library become this fault. */
export async function refusing<Value>(code: string, work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MlsFault) throw error;
    throw new MlsFault(code, error instanceof Error ? error.message : "");
  }
}

/** A device in a group. */
export interface Member {
  leaf: number;
  host: string;
  account: string;
  device: string;
  key: string;
}

/** Whether the key chain of the account lists the device with this key; with `former`, or listed it before. */
export type Authorise = (member: Member, former: boolean) => Promise<boolean>;

/** This device. */
export interface Own {
  host: string;
  account: string;
  device: string;
  secret: Uint8Array;
}

let loaded: Promise<CiphersuiteImpl> | undefined;

/** The suite; whoever signs gives the key (32 bytes) with each call. */
export const suite = (): Promise<CiphersuiteImpl> =>
  (loaded ??= getCiphersuiteImpl(getCiphersuiteFromName(SUITE)).then((impl) => ({
    ...impl,
    signature: {
      ...impl.signature,
      sign: (key, data) => Promise.resolve(ed25519.sign(data, key)),
      verify: (key, data, signature) => Promise.resolve(verify(key, data, signature)),
    },
  })));

export const CAPABILITIES: Capabilities = {
  versions: ["mls10"],
  ciphersuites: [SUITE],
  extensions: [LAST_RESORT, CONVERSATION],
  proposals: [],
  credentials: ["basic"],
};

/** Devices are authorised by this client itself, before and after it calls the library. */
export const withConfig = (state: GroupState, padUntilLength = 0): ClientState => ({
  ...state,
  clientConfig: {
    keyRetentionConfig: {
      retainKeysForGenerations: 1000,
      retainKeysForEpochs: 8,
      maximumForwardRatchetSteps: 5000,
    },
    lifetimeConfig: { maximumTotalLifetime: BigInt(LIFETIME + CLOCK), validateLifetimeOnReceive: false },
    keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
    paddingConfig: { kind: "padUntilLength", padUntilLength },
    authService: { validateCredential: () => Promise.resolve(true) },
  },
});

/** The state without the functions that came with it. */
export function withoutConfig(client: ClientState): GroupState {
  const state: GroupState & { clientConfig?: unknown } = { ...client };
  delete state.clientConfig;
  return state;
}

export const groupId = (conversation: string, generation: number): Bytes =>
  join(fromHex(conversation, 16), uint(generation, 4));

export interface Place {
  conversation: string;
  generation: number;
  accounts: string[];
}

export function placeExtension({ conversation, generation, accounts }: Place): Extension {
  const ids = accounts.toSorted().map((id) => fromHex(id, 16));
  const extensionData = join(uint(1, 1), groupId(conversation, generation), uint(ids.length, 1), ...ids);
  return { extensionType: CONVERSATION, extensionData };
}

/** What a group says that it is for. @throws MlsFault */
export function placeOf({ groupContext }: Pick<GroupState, "groupContext">): Place {
  const [extension, ...others] = groupContext.extensions;
  demand(
    others.length === 0 && extension?.extensionType === CONVERSATION,
    "wrong_profile",
    "the extension of the group",
  );
  const place = parse(extension.extensionData, (reader) => {
    if (reader.uint(1) !== 1) malformed("an extension of another version");
    const head = { conversation: toHex(reader.bytes(16)), generation: reader.uint(4) };
    const count = reader.uint(1);
    return { ...head, accounts: Array.from({ length: count }, () => toHex(reader.bytes(16))) };
  });
  const { accounts, conversation, generation } = place;
  const isSorted = accounts.every((id, at) => at === 0 || (accounts[at - 1] ?? "") < id);
  demand(isSorted && accounts.length > 0 && accounts.length <= 32, "wrong_profile", "the accounts of the group");
  const isItsId = toHex(groupContext.groupId) === toHex(groupId(conversation, generation));
  demand(isItsId, "wrong_profile", "the id of the group");
  return place;
}

const URI = /^mimi:\/\/([^/]+)\/d\/([\da-f]{32})\/([\da-f]{32})$/;

export const credentialOf = ({ host, account, device }: Pick<Own, "host" | "account" | "device">) =>
  ({ credentialType: "basic", identity: utf8(deviceUri(host, account, device)) }) as const;

/** The device of a leaf that fits the profile. @throws MlsFault */
export function memberOf(node: LeafNode, leaf: number): Member {
  const { capabilities: can, credential, extensions, signaturePublicKey } = node;
  demand(credential.credentialType === "basic", "wrong_profile", "the credential");
  const [, host = "", account = "", device = ""] = URI.exec(text(credential.identity)) ?? [];
  const isAble =
    can.versions.includes("mls10") &&
    can.ciphersuites.includes(SUITE) &&
    CAPABILITIES.extensions.every((each) => can.extensions.includes(each)) &&
    can.credentials.includes("basic");
  const fits = host !== "" && isAble && extensions.length === 0 && signaturePublicKey.length === 32;
  demand(fits && node.leafNodeSource !== "update", "wrong_profile", "a leaf");
  if (node.leafNodeSource === "key_package") {
    const seconds = Number(node.lifetime.notAfter - node.lifetime.notBefore);
    demand(seconds >= 0 && seconds <= LIFETIME + CLOCK, "expired_key_package", "its lifetime is too long");
  }
  return { leaf, host, account, device, key: toHex(signaturePublicKey) };
}

export const leafAt = (tree: RatchetTree, leaf: number): LeafNode | null => {
  const node = tree[2 * leaf];
  return node?.nodeType === "leaf" ? node.leaf : null;
};

/** The device at a leaf. @throws MlsFault when there is none */
export function memberAt(tree: RatchetTree, leaf: number): Member {
  const node = leafAt(tree, leaf);
  demand(node !== null, "invalid_commit", "an empty leaf");
  return memberOf(node, leaf);
}

/** The devices of a group, by their leaves. */
export const membersOf = (tree: RatchetTree): Member[] =>
  tree.flatMap((node, at) => (node?.nodeType === "leaf" ? [memberOf(node.leaf, at / 2)] : []));

type OfFormat<Format> = Extract<MlsMessageContent, { wireformat: Format }>;

/** The MLSMessage in these bytes. @throws MlsFault */
export async function decodeMls(bytes: Uint8Array): Promise<MlsMessageContent> {
  const decoded = await refusing("malformed", () => decodeMlsMessage(bytes, 0));
  demand(decoded !== undefined && decoded[1] === bytes.length, "malformed");
  return decoded[0];
}

export async function decodeAs<Format extends MlsMessageContent["wireformat"]>(
  format: Format,
  bytes: Uint8Array,
): Promise<OfFormat<Format>> {
  const message = await decodeMls(bytes);
  const isWanted = (each: MlsMessageContent): each is OfFormat<Format> => each.wireformat === format;
  if (!isWanted(message)) throw new MlsFault("malformed", `no ${format}`);
  return message;
}

export const encodeMls = (content: MlsMessageContent): Bytes =>
  new Uint8Array(encodeMlsMessage({ ...content, version: "mls10" }));
