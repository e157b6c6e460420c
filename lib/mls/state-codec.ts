import type { GroupState } from "ts-mls/clientState.js";
import type { Decoder } from "ts-mls/codec/tlsDecoder.js";
import type { EpochReceiverData } from "ts-mls/epochReceiverData.js";
import { decodeGroupContext, encodeGroupContext } from "ts-mls/groupContext.js";
import { decodeKeySchedule, encodeKeySchedule } from "ts-mls/keySchedule.js";
import { decodeNode, encodeNode, type Node, type RatchetTree } from "ts-mls/ratchetTree.js";
import type { SecretTree } from "ts-mls/secretTree.js";
import { decode, DecodeError, encode, type Bytes, type TlsReader, type TlsWriter } from "@/lib/bytes/tls";
import { NO_RATCHET, NO_SECRETS } from "@/lib/mls/ratchet";
import { NO_PRIVATE_KEY } from "@/lib/mls/suite";

/*
 * A state has the trees of nine epochs, which differ in a few nodes only. So it is written as all nodes once and, for
 * each tree, their places in this list. With 64 devices that is a sixth of what the library writes.
 */
const VERSION = 1;

/** Nodes never change, and most of them are written again with every message. */
const written = new WeakMap<Node, Uint8Array>();

function bytesOf(node: Node): Uint8Array {
  const known = written.get(node);
  if (known !== undefined) return known;
  const bytes = encodeNode(node);
  written.set(node, bytes);
  return bytes;
}

/** The value that the library reads from all of these bytes. */
function read<T>(decoder: Decoder<T>, bytes: Uint8Array): T {
  const [value, length] = decoder(bytes, 0) ?? [];
  if (value === undefined || length !== bytes.length) throw new DecodeError("a part of a state");
  return value;
}

/** Places of nodes from 1, with 0 for blank ones. */
const writeTree = (writer: TlsWriter, tree: RatchetTree, places: ReadonlyMap<Node, number>) =>
  writer.vector(Array.from(tree), (inner, node) => inner.u16(node === undefined ? 0 : (places.get(node) ?? 0)));

const readTree = (reader: TlsReader, nodes: readonly Node[]): RatchetTree =>
  reader.vector((inner) => {
    const place = inner.u16();
    const node = nodes[place - 1];
    if (place > 0 && node === undefined) throw new DecodeError("a node that is not in the list");
    return node;
  });

/** The ratchets of the leaves, which are the even nodes. */
const writeSecrets = (writer: TlsWriter, tree: SecretTree) =>
  writer.vector(
    tree.filter((_, node) => node % 2 === 0),
    (inner, { application: { secret, generation, unusedGenerations } }) =>
      inner
        .opaque(secret)
        .u32(generation)
        .vector(Object.entries(unusedGenerations), (row, [at, key]) => row.u32(Number(at)).opaque(key)),
  );

const readSecrets = (reader: TlsReader): SecretTree =>
  reader
    .vector((inner) => {
      const [secret, generation] = [inner.opaque(), inner.u32()];
      const unusedGenerations = Object.fromEntries(inner.vector((row) => [row.u32(), row.opaque()] as const));
      return { handshake: NO_RATCHET, application: { secret, generation, unusedGenerations } };
    })
    .flatMap((leaf, at) => (at === 0 ? [leaf] : [NO_SECRETS, leaf]));

/** All of a state but the signing key: a secret, to be kept sealed. */
export function encodeState(state: GroupState): Bytes {
  const past = [...state.historicalReceiverData];
  const places = new Map<Node, number>();
  for (const tree of [state.ratchetTree, ...past.map(([, { ratchetTree }]) => ratchetTree)])
    for (const node of tree) if (node !== undefined && !places.has(node)) places.set(node, places.size + 1);
  return encode((writer) => {
    writer.u8(VERSION).u8(state.groupActiveState.kind === "active" ? 1 : 0);
    writer.vector([...places.keys()], (inner, node) => inner.opaque(bytesOf(node)));
    writer.opaque(encodeGroupContext(state.groupContext)).opaque(encodeKeySchedule(state.keySchedule));
    writer.opaque(state.confirmationTag).u32(state.privatePath.leafIndex);
    writer.vector(Object.entries(state.privatePath.privateKeys), (inner, [node, key]) =>
      inner.u32(Number(node)).opaque(key),
    );
    writeSecrets(writeTree(writer, state.ratchetTree, places), state.secretTree);
    writer.vector(past, (inner, [, epoch]) => {
      inner.opaque(encodeGroupContext(epoch.groupContext)).opaque(epoch.senderDataSecret);
      writeSecrets(writeTree(inner, epoch.ratchetTree, places), epoch.secretTree);
    });
  });
}

function readPast(reader: TlsReader, nodes: readonly Node[]): [bigint, EpochReceiverData] {
  const groupContext = read(decodeGroupContext, reader.opaque());
  const senderDataSecret = reader.opaque();
  const ratchetTree = readTree(reader, nodes);
  // Only pre-shared keys would need it, and the profile has none.
  const resumptionPsk = new Uint8Array();
  const secretTree = readSecrets(reader);
  return [groupContext.epoch, { groupContext, senderDataSecret, ratchetTree, secretTree, resumptionPsk }];
}

/** The inverse of encodeState. Throws for bytes that are none. */
export const decodeState = (bytes: Uint8Array): GroupState =>
  decode(bytes, (reader) => {
    if (reader.u8() !== VERSION) throw new DecodeError("another version of a state");
    const kind = reader.u8() === 1 ? "active" : "removedFromGroup";
    const nodes = reader.vector((inner) => {
      const encoded = inner.opaque();
      const node = read(decodeNode, encoded);
      written.set(node, encoded);
      return node;
    });
    const groupContext = read(decodeGroupContext, reader.opaque());
    const keySchedule = read(decodeKeySchedule, reader.opaque());
    const confirmationTag = reader.opaque();
    const leafIndex = reader.u32();
    const privateKeys = Object.fromEntries(reader.vector((inner) => [inner.u32(), inner.opaque()] as const));
    const ratchetTree = readTree(reader, nodes);
    const secretTree = readSecrets(reader);
    return {
      groupContext,
      keySchedule,
      secretTree,
      ratchetTree,
      privatePath: { leafIndex, privateKeys },
      signaturePrivateKey: NO_PRIVATE_KEY,
      unappliedProposals: {},
      confirmationTag,
      historicalReceiverData: new Map(reader.vector((inner) => readPast(inner, nodes))),
      groupActiveState: { kind },
    };
  });
