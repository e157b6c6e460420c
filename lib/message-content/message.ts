import { sha256 } from "@noble/hashes/sha2.js";
import { concat, toHex, utf8 } from "@/lib/bytes/encoding";
import { encode } from "@/lib/bytes/tls";
import {
  asArray,
  asBoolean,
  asBytes,
  asInteger,
  asMap,
  asText,
  ContentError,
  decodeCbor,
  encodeCbor,
  type Cbor,
} from "@/lib/message-content/cbor";
import {
  decodePart,
  DISPOSITION,
  encodePart,
  nothing,
  partOf,
  PLAIN_TEXT,
  single,
  textAndFiles,
  textOf,
  type ContentPart,
} from "@/lib/message-content/parts";
import { decodeSystem, encodeSystem, systemType } from "@/lib/message-content/system";
import {
  MAX_NAME,
  type Attachment,
  type Content,
  type Gossip,
  type Message,
  type MessageId,
} from "@/lib/message-content/types";

const EXTENSION = { sender: 1, room: 2, gossip: "odm1.gossip", device: "odm1.device", media: "odm1.media" } as const;
/** Longer content would not fit into a message of the delivery service. */
export const MAX_CONTENT = 56 * 1024;
const MAX_URI = 400;
const MAX_EMOJI = 16;
const MAX_PIXELS = 65_535;
const SAFE = Number.MAX_SAFE_INTEGER;
const UINT32 = 0xffffffff;

const partOfContent = (content: Exclude<Content, { kind: "unknown" }>): ContentPart => {
  switch (content.kind) {
    case "text":
    case "edit":
      return partOf(content.text, content.attachments);
    case "delete":
      return nothing;
    case "reaction":
      return single(PLAIN_TEXT, utf8(content.emoji), DISPOSITION.reaction);
    default:
      return single(systemType(content.kind), encodeSystem(content), DISPOSITION.unspecified);
  }
};

const filesOf = (content: Content): Attachment[] =>
  content.kind === "text" || content.kind === "edit" ? content.attachments : [];

/** Sizes and blurred pictures have no place in the draft's parts, so an extension lists them in the files' order. */
function mediaExtension(files: Attachment[]): [string, Cbor][] {
  if (files.every(({ width, height, thumbhash }) => !width && !height && !thumbhash)) return [];
  const rows = files.map(({ width, height, thumbhash }) => [width ?? 0, height ?? 0, thumbhash ?? new Uint8Array()]);
  return [[EXTENSION.media, rows]];
}

/** The bytes of a message, to be encrypted. Throws ContentError for what `decodeMessage` would refuse. */
export function encodeMessage(message: Message): Uint8Array {
  const { salt, sender, room, content, expires, gossip, deviceName } = message;
  if (content.kind === "unknown") throw new ContentError("Content of an unknown type cannot be written.");
  const extensions = new Map<number | string, Cbor>([
    [EXTENSION.sender, sender],
    [EXTENSION.room, room],
    ...mediaExtension(filesOf(content)),
  ]);
  if (gossip) extensions.set(EXTENSION.gossip, [gossip.logSize, gossip.root, gossip.seq, gossip.head]);
  if (deviceName) extensions.set(EXTENSION.device, deviceName);
  const bytes = encodeCbor([
    salt,
    "replaces" in content ? content.replaces : null,
    new Uint8Array(),
    expires ? [expires.relative, expires.seconds] : null,
    ("inReplyTo" in content && content.inReplyTo) || null,
    extensions,
    encodePart(partOfContent(content)),
  ]);
  decodeMessage(bytes);
  return bytes;
}

function contentOf(part: ContentPart, replaces: MessageId | null, inReplyTo: MessageId | null): Content {
  const isSystem = part.cardinality === "single" && part.disposition === DISPOSITION.unspecified;
  if (isSystem) return decodeSystem(part.contentType, part.content);
  if (part.disposition === DISPOSITION.reaction) {
    const emoji = textOf(part, MAX_EMOJI);
    if (!emoji || inReplyTo === null || replaces !== null) throw new ContentError("The reaction names no message.");
    return { kind: "reaction", inReplyTo, emoji };
  }
  if (part.cardinality === "none") {
    if (replaces === null) throw new ContentError("The content is empty.");
    return { kind: "delete", replaces };
  }
  const read = textAndFiles(part);
  if (read === null) return { kind: "unknown", contentType: part.cardinality === "single" ? part.contentType : "" };
  if (replaces !== null) return { kind: "edit", replaces, ...read };
  return inReplyTo === null ? { kind: "text", ...read } : { kind: "text", inReplyTo, ...read };
}

function addMedia(files: Attachment[], value: unknown): void {
  if (value === undefined) return;
  for (const [at, row] of asArray(value, files.length).entries()) {
    const [width, height, thumbhash] = asArray(row, 3);
    const size = { width: asInteger(width, MAX_PIXELS), height: asInteger(height, MAX_PIXELS) };
    const blurred = asBytes(thumbhash);
    if (blurred.length > 64) throw new ContentError("The blurred picture is too large.");
    const file = files[at];
    if (file !== undefined && size.width > 0 && size.height > 0) Object.assign(file, size);
    if (file !== undefined && blurred.length > 0) file.thumbhash = blurred;
  }
}

function gossipOf(value: unknown): { gossip?: Gossip } {
  if (value === undefined) return {};
  const [logSize, root, seq, head] = asArray(value, 4);
  const chain = { seq: asInteger(seq, UINT32), head: asBytes(head, 32) };
  return { gossip: { logSize: asInteger(logSize, SAFE), root: asBytes(root, 32), ...chain } };
}

function decode(bytes: Uint8Array): Message {
  if (bytes.length > MAX_CONTENT) throw new ContentError("The content is too long.");
  const [salt, replaces, topic, expires, inReplyTo, extensions, part] = asArray(decodeCbor(bytes), 7);
  if (asBytes(topic).length > 255) throw new ContentError("The topic is too long.");
  const known = asMap(extensions);
  const device = known.get(EXTENSION.device);
  const message: Message = {
    salt: asBytes(salt, 16),
    sender: asText(known.get(EXTENSION.sender), MAX_URI),
    room: asText(known.get(EXTENSION.room), MAX_URI),
    content: contentOf(
      decodePart(part),
      replaces === null ? null : asBytes(replaces, 32),
      inReplyTo === null ? null : asBytes(inReplyTo, 32),
    ),
    ...gossipOf(known.get(EXTENSION.gossip)),
    ...(device === undefined ? {} : { deviceName: asText(device, MAX_NAME) }),
  };
  addMedia(filesOf(message.content), known.get(EXTENSION.media));
  if (expires === null) return message;
  const [relative, seconds] = asArray(expires, 2);
  return { ...message, expires: { relative: asBoolean(relative), seconds: asInteger(seconds, UINT32) } };
}

/**
 * The message in decrypted bytes. Content of an unknown type becomes `unknown`; everything else that the profile
 * does not allow throws ContentError.
 */
export function decodeMessage(bytes: Uint8Array): Message {
  try {
    return decode(bytes);
  } catch (cause) {
    if (cause instanceof ContentError) throw cause;
    throw new ContentError("The content is malformed.", { cause });
  }
}

/** The URI of a conversation: `mimi://<host>/r/<conversation id in hexadecimal>`. */
export const roomUri = (host: string, conversationId: Uint8Array): string =>
  `mimi://${host}/r/${toHex(conversationId)}`;

/**
 * The id of a message, 32 bytes: 0x01, then the first 31 bytes of
 * `SHA-256(struct { opaque sender<V>; opaque room<V>; opaque message<V>; opaque salt[16]; })`, with the URIs in UTF-8
 * and the message as it was encrypted.
 */
export function messageId(
  bytes: Uint8Array,
  { sender, room, salt }: Pick<Message, "sender" | "room" | "salt">,
): MessageId {
  const input = encode((writer) => writer.opaque(utf8(sender)).opaque(utf8(room)).opaque(bytes).fixed(salt, 16));
  return concat(Uint8Array.of(1), sha256(input).subarray(0, 31));
}
