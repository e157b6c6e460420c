import {
  asArray,
  asBytes,
  asInteger,
  asMap,
  asText,
  ContentError,
  decodeCbor,
  encodeCbor,
  type Cbor,
} from "@/lib/message-content/cbor";
import { MAX_NAME, MAX_TEXT, type Change, type Content, type OwnDevices } from "@/lib/message-content/types";

type System = Change | OwnDevices;
const MAX_MARKERS = 500;
const MAX_SETTINGS = 100;
const MAX_SETTING = 1000;
const SAFE = Number.MAX_SAFE_INTEGER;
const UINT32 = 0xffffffff;

/** `application/vnd.odm1.<kind>+cbor` */
const TYPE = /^application\/vnd\.odm1\.([a-z_]+)\+cbor$/;
export const systemType = (kind: System["kind"]): string => `application/vnd.odm1.${kind}+cbor`;

/** The CBOR of a system message. */
export function encodeSystem(content: System): Uint8Array {
  const value = (): Cbor => {
    switch (content.kind) {
      case "leave":
        return [];
      case "name":
        return [content.name];
      case "timer":
        return [content.seconds];
      case "read":
        return content.markers.map(({ conversationId, number }) => [conversationId, number]);
      case "draft":
        return [content.conversationId, content.text, content.at];
      case "settings":
        return new Map(Object.entries(content.values));
      case "archive_key":
        return [content.epoch, content.key];
      case "archive_count":
        return [content.epoch, content.count];
    }
  };
  return encodeCbor(value());
}

function setting(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  return asText(value, MAX_SETTING);
}

const readers: Record<System["kind"], (value: unknown) => System> = {
  leave: (value) => {
    asArray(value, 0);
    return { kind: "leave" };
  },
  name: (value) => {
    const [name] = asArray(value, 1);
    return { kind: "name", name: name === null ? null : asText(name, MAX_NAME) };
  },
  timer: (value) => {
    const [seconds] = asArray(value, 1);
    return { kind: "timer", seconds: seconds === null ? null : asInteger(seconds, UINT32) };
  },
  read: (value) => {
    const markers = asArray(value).map((entry) => {
      const [conversationId, number] = asArray(entry, 2);
      return { conversationId: asBytes(conversationId, 16), number: asInteger(number, SAFE) };
    });
    if (markers.length > MAX_MARKERS) throw new ContentError("The content has too many markers.");
    return { kind: "read", markers };
  },
  draft: (value) => {
    const [conversationId, text, at] = asArray(value, 3);
    const draft = { conversationId: asBytes(conversationId, 16), text: asText(text, MAX_TEXT) };
    return { kind: "draft", ...draft, at: asInteger(at, SAFE) };
  },
  settings: (value) => {
    const entries = [...asMap(value)].map(([name, entry]) => [asText(name, MAX_NAME), setting(entry)] as const);
    if (entries.length > MAX_SETTINGS) throw new ContentError("The content has too many settings.");
    return { kind: "settings", values: Object.fromEntries(entries) };
  },
  archive_key: (value) => {
    const [epoch, key] = asArray(value, 2);
    return { kind: "archive_key", epoch: asInteger(epoch, UINT32), key: asBytes(key, 32) };
  },
  archive_count: (value) => {
    const [epoch, count] = asArray(value, 2);
    return { kind: "archive_count", epoch: asInteger(epoch, UINT32), count: asInteger(count, SAFE) };
  },
};

const isSystem = (kind: string): kind is System["kind"] => Object.hasOwn(readers, kind);

/** What a part of a private type says: "unknown" if the type is. Throws ContentError. */
export function decodeSystem(contentType: string, bytes: Uint8Array): Content {
  const [, kind = ""] = TYPE.exec(contentType) ?? [];
  return isSystem(kind) ? readers[kind](decodeCbor(bytes)) : { kind: "unknown", contentType };
}
