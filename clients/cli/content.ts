import { join, malformed, text, toHex, uint, utf8, vector, type Bytes } from "./bytes";
import { Cbor, encodeCbor, type CborValue } from "./cbor";
import { fileValue, isPlain, partFrom, PLAIN, UINT32, visible, type File, type Part } from "./parts";
import { hmac, sha256 } from "./crypto";

/* What messages say (messages.md, sections 5 to 8). Ids of messages, accounts and conversations are hexadecimal. */

const SYSTEM = /^application\/vnd\.odm1\.([a-z_]+)\+cbor$/;

export type Content =
  | { kind: "text"; text: string; files: File[]; replyTo: string | null }
  | { kind: "edit"; text: string; files: File[]; replaces: string }
  | { kind: "delete"; replaces: string }
  | { kind: "reaction"; emoji: string; replyTo: string }
  | { kind: "leave" }
  | { kind: "name"; name: string | null }
  | { kind: "timer"; seconds: number | null }
  | { kind: "read"; markers: { conversation: string; number: number }[] }
  | { kind: "draft"; conversation: string; text: string; at: number }
  | { kind: "settings"; values: Map<string, unknown> }
  | { kind: "archive_key"; epoch: number; key: Bytes }
  | { kind: "archive_count"; epoch: number; count: number }
  | { kind: "unknown"; type: string };

export interface Gossip {
  size: number;
  root: Bytes;
  seq: number;
  head: Bytes;
}

export interface Message {
  salt: Bytes;
  sender: string;
  room: string;
  content: Content;
  expires: { relative: boolean; seconds: number } | null;
  gossip: Gossip | null;
  device: string | null;
}

const SYSTEMS: Record<string, (cbor: Cbor) => Content> = {
  leave: (cbor) => (cbor.array(0), { kind: "leave" }),
  name: (cbor) => {
    const [name] = cbor.array(1);
    return { kind: "name", name: name?.maybe((each) => each.text(100)) ?? null };
  },
  timer: (cbor) => {
    const [seconds] = cbor.array(1);
    return { kind: "timer", seconds: seconds?.maybe((each) => each.uint(UINT32)) ?? null };
  },
  read: (cbor) => {
    const markers = cbor.array().map((marker) => {
      const [conversation, number] = marker.array(2) as [Cbor, Cbor];
      return { conversation: toHex(conversation.bytes(16)), number: number.uint() };
    });
    return markers.length <= 500 ? { kind: "read", markers } : malformed("500 markers and more");
  },
  draft: (cbor) => {
    const [conversation, words, at] = cbor.array(3) as [Cbor, Cbor, Cbor];
    return { kind: "draft", conversation: toHex(conversation.bytes(16)), text: words.text(10_000), at: at.uint() };
  },
  settings: (cbor) => {
    const entries = Array.from(cbor.map(), ([key, value]): [string, unknown] => {
      const isShort = ["number", "boolean"].includes(typeof value.value) || value.isNull;
      return [new Cbor(key).text(100), isShort ? value.value : value.text(1000)];
    });
    return entries.length <= 100 ? { kind: "settings", values: new Map(entries) } : malformed("100 settings and more");
  },
  archive_key: (cbor) => {
    const [epoch, key] = cbor.array(2) as [Cbor, Cbor];
    return { kind: "archive_key", epoch: epoch.uint(UINT32), key: key.bytes(32) };
  },
  archive_count: (cbor) => {
    const [epoch, count] = cbor.array(2) as [Cbor, Cbor];
    return { kind: "archive_count", epoch: epoch.uint(UINT32), count: count.uint() };
  },
};

function contentFrom(part: Part, replaces: string | null, replyTo: string | null): Content {
  if (part.kind === "single" && part.disposition === 0) {
    const [, kind = ""] = SYSTEM.exec(part.type) ?? [];
    const read = Object.hasOwn(SYSTEMS, kind) ? SYSTEMS[kind] : undefined;
    return read ? read(Cbor.decode(part.bytes)) : { kind: "unknown", type: part.type };
  }
  if (part.disposition === 2) {
    const plain = isPlain(part);
    const emoji = plain ? new Cbor(text(plain.bytes)).text(16) : "";
    if (emoji === "" || replyTo === null || replaces !== null) return malformed("a reaction");
    return { kind: "reaction", emoji, replyTo };
  }
  if (part.kind === "none") return replaces === null ? malformed("nothing") : { kind: "delete", replaces };
  const said = visible(part);
  if (said === null) return { kind: "unknown", type: part.kind === "single" ? part.type : "" };
  return replaces === null ? { kind: "text", ...said, replyTo } : { kind: "edit", ...said, replaces };
}

/** @throws Malformed */
export function decodeMessage(bytes: Uint8Array): Message {
  if (bytes.length > 57_344) malformed("a long message");
  const [salt, replaces, topic, expires, replyTo, extensions, part] = Cbor.decode(bytes).array(7) as [
    Cbor,
    Cbor,
    Cbor,
    Cbor,
    Cbor,
    Cbor,
    Cbor,
  ];
  if (topic.bytes().length > 255) malformed("a long topic");
  const known = extensions.map();
  const required = (key: number) => (known.get(key) ?? malformed("a message without its place")).text(400);
  const id = (cbor: Cbor) => cbor.maybe((each) => toHex(each.bytes(32)));
  const content = contentFrom(partFrom(part), id(replaces), id(replyTo));
  checkMedia(known.get("odm1.media"), content);
  return {
    salt: salt.bytes(16),
    sender: required(1),
    room: required(2),
    content,
    expires: expires.maybe((each) => {
      const [relative, seconds] = each.array(2) as [Cbor, Cbor];
      return { relative: relative.boolean(), seconds: seconds.uint(UINT32) };
    }),
    gossip: (known.get("odm1.gossip") ?? new Cbor(null)).maybe((each) => {
      const [size, root, seq, head] = each.array(4) as [Cbor, Cbor, Cbor, Cbor];
      return { size: size.uint(), root: root.bytes(32), seq: seq.uint(UINT32), head: head.bytes(32) };
    }),
    device: known.get("odm1.device")?.text(100) ?? null,
  };
}

/** Sizes and thumbnails of files, which a terminal does not show. */
function checkMedia(media: Cbor | undefined, content: Content): void {
  const files = "files" in content ? content.files : [];
  for (const row of media?.array(files.length) ?? []) {
    const [width, height, thumbhash] = row.array(3) as [Cbor, Cbor, Cbor];
    width.uint(65_535);
    height.uint(65_535);
    if (thumbhash.bytes().length > 64) malformed("a large thumbhash");
  }
}

type Writable = Exclude<Content, { kind: "unknown" | "settings" | "draft" | "read" }>;

function systemValue(content: Exclude<Writable, { kind: "text" | "edit" | "delete" | "reaction" }>): CborValue {
  switch (content.kind) {
    case "leave":
      return [];
    case "name":
      return [content.name];
    case "timer":
      return [content.seconds];
    case "archive_key":
      return [content.epoch, content.key];
    case "archive_count":
      return [content.epoch, content.count];
  }
}

function partOf(content: Writable): CborValue {
  switch (content.kind) {
    case "text":
    case "edit": {
      const words: CborValue[] = content.text === "" ? [] : [[1, "", 1, PLAIN, utf8(content.text)]];
      const parts = [...words, ...content.files.map(fileValue)];
      return parts.length === 1 ? (parts[0] ?? null) : [1, "", 3, 2, parts];
    }
    case "delete":
      return [1, "", 0];
    case "reaction":
      return [2, "", 1, PLAIN, utf8(content.emoji)];
    default:
      return [0, "", 1, `application/vnd.odm1.${content.kind}+cbor`, encodeCbor(systemValue(content))];
  }
}

/** The bytes of a message. @throws Malformed for what a reader would refuse */
export function encodeMessage({ content, ...message }: Omit<Message, "content"> & { content: Writable }): Bytes {
  const { salt, sender, room, expires, gossip, device } = message;
  const extensions = new Map<number | string, CborValue>([
    [1, sender],
    [2, room],
  ]);
  if (gossip) extensions.set("odm1.gossip", [gossip.size, gossip.root, gossip.seq, gossip.head]);
  if (device !== null) extensions.set("odm1.device", device);
  const id = (hexadecimal: string | null) =>
    hexadecimal === null ? null : Uint8Array.from(Buffer.from(hexadecimal, "hex"));
  const bytes = encodeCbor([
    salt,
    id("replaces" in content ? content.replaces : null),
    new Uint8Array(),
    expires && [expires.relative, expires.seconds],
    id("replyTo" in content ? content.replyTo : null),
    extensions,
    partOf(content),
  ]);
  decodeMessage(bytes);
  return bytes;
}

/** The id of a message, in hexadecimal. `bytes` is the message as it is encrypted. */
export const messageId = (
  bytes: Uint8Array,
  { sender, room, salt }: Pick<Message, "sender" | "room" | "salt">,
): string =>
  toHex(join(uint(1, 1), sha256(vector(utf8(sender)), vector(utf8(room)), vector(bytes), salt).subarray(0, 31)));

export const frankingTag = (salt: Uint8Array, bytes: Uint8Array): Bytes => hmac(salt, bytes);
export const deviceUri = (host: string, account: string, device: string): string =>
  `mimi://${host}/d/${account}/${device}`;
export const roomUri = (host: string, conversation: string): string => `mimi://${host}/r/${conversation}`;
