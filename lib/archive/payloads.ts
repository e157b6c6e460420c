import { encode, type Bytes } from "@/lib/bytes/tls";
import { ArchiveError, parse } from "@/lib/archive/seal";

/** What a record of the archive keeps of one message, so that a new device can show it as the others do. */
export interface ArchivedBody {
  /** 16 bytes. */
  conversationId: Uint8Array;
  /** Of the message: 32 bytes. */
  messageId: Uint8Array;
  /** The account and the device that wrote it, 16 bytes each, as the group authenticated them. */
  accountId: Uint8Array;
  deviceId: Uint8Array;
  /** When the server took it, in milliseconds since 1970. */
  at: number;
  /** Its number in the conversation, from 1; 0 when the device that archived it did not know. */
  number: number;
  /** The server's franking of it, 32 bytes, or null. */
  frank: Uint8Array | null;
  /** The message as it was encrypted. */
  content: Uint8Array;
}

/** What an old device gives to a new one that it has added to the key chain. */
export interface LinkPayload {
  /** 16 bytes. */
  accountId: Uint8Array;
  /** The entry of the key chain that lists the new device, and its hash (32 bytes): the log must not end before it. */
  seq: number;
  head: Uint8Array;
  /** The newest key of the archive (32 bytes), or null when there is no archive. */
  archive: { epoch: number; key: Uint8Array } | null;
}

const VERSION = 1;

const requireVersion = (version: number): void => {
  if (version !== VERSION) throw new ArchiveError("malformed", "The bytes are of another version.");
};

/**
 * `struct { uint8 version = 1; opaque conversation_id[16]; opaque message_id[32]; opaque account_id[16];
 * opaque device_id[16]; uint64 at; uint32 number; opaque frank<V>; opaque content<V>; }`, to be sealed as a record.
 */
export function encodeArchivedBody(body: ArchivedBody): Bytes {
  return encode((writer) =>
    writer
      .u8(VERSION)
      .fixed(body.conversationId, 16)
      .fixed(body.messageId, 32)
      .fixed(body.accountId, 16)
      .fixed(body.deviceId, 16)
      .u64(body.at)
      .u32(body.number)
      .opaque(body.frank ?? new Uint8Array())
      .opaque(body.content),
  );
}

/** The inverse of encodeArchivedBody. Throws ArchiveError "malformed". */
export function decodeArchivedBody(bytes: Uint8Array): ArchivedBody {
  return parse(bytes, (reader) => {
    requireVersion(reader.u8());
    const place = { conversationId: reader.fixed(16), messageId: reader.fixed(32) };
    const sender = { accountId: reader.fixed(16), deviceId: reader.fixed(16) };
    const received = { at: reader.u64(), number: reader.u32() };
    const frank = reader.opaque(32);
    if (frank.length !== 0 && frank.length !== 32) throw new ArchiveError("malformed", "The franking is cut.");
    return { ...place, ...sender, ...received, frank: frank.length === 0 ? null : frank, content: reader.opaque() };
  });
}

/**
 * `struct { uint8 version = 1; opaque account_id[16]; uint32 seq; opaque head[32]; Archive archive<V>; }` with at most
 * one `struct { uint32 epoch; opaque key[32]; } Archive`, to be sealed for the new device.
 */
export function encodeLinkPayload({ accountId, seq, head, archive }: LinkPayload): Bytes {
  return encode((writer) =>
    writer
      .u8(VERSION)
      .fixed(accountId, 16)
      .u32(seq)
      .fixed(head, 32)
      .vector(archive === null ? [] : [archive], (inner, { epoch, key }) => inner.u32(epoch).fixed(key, 32)),
  );
}

/** The inverse of encodeLinkPayload. Throws ArchiveError "malformed". */
export function decodeLinkPayload(bytes: Uint8Array): LinkPayload {
  return parse(bytes, (reader) => {
    requireVersion(reader.u8());
    const entry = { accountId: reader.fixed(16), seq: reader.u32(), head: reader.fixed(32) };
    const [archive = null] = reader.vector((inner) => ({ epoch: inner.u32(), key: inner.fixed(32) }), 1);
    return { ...entry, archive };
  });
}
