/** 32 bytes: see `messageId`. */
export type MessageId = Uint8Array;

export const MAX_TEXT = 10_000;
export const MAX_ATTACHMENTS = 10;
export const MAX_ALT_TEXT = 1500;
export const MAX_NAME = 100;

/** An encrypted file that the server keeps without knowing what it is. */
export interface Attachment {
  /** Where the encrypted bytes are. */
  url: string;
  /** Of the file itself, for example "image/webp". */
  mediaType: string;
  /** Bytes of the file itself. The encrypted one is padded, and longer. */
  size: number;
  /** AES-256-GCM, 32 bytes. */
  key: Uint8Array;
  /** 12 bytes. */
  nonce: Uint8Array;
  /** SHA-256 of the encrypted bytes. */
  hash: Uint8Array;
  alt: string;
  fileName: string;
  /** Pixels. */
  width?: number;
  height?: number;
  /** A blurred picture of about 25 bytes, shown until the file is there. */
  thumbhash?: Uint8Array;
}

/** Something that people see. */
export type Visible =
  | { kind: "text"; text: string; inReplyTo?: MessageId; attachments: Attachment[] }
  /** The new text and files of an own message. */
  | { kind: "edit"; replaces: MessageId; text: string; attachments: Attachment[] }
  /** Takes back an own message or reaction. */
  | { kind: "delete"; replaces: MessageId }
  /** One emoji for a message; taken back by a delete that names the reaction's own id. */
  | { kind: "reaction"; inReplyTo: MessageId; emoji: string };

/** Something that changes the conversation. */
export type Change =
  | { kind: "leave" }
  /** Null removes the name of a group. */
  | { kind: "name"; name: string | null }
  /** After how many seconds new messages disappear; null for never. */
  | { kind: "timer"; seconds: number | null };

/** What the devices of one person tell each other in their self group. */
export type OwnDevices =
  /** How far conversations were read: the number of the last message that was seen. */
  | { kind: "read"; markers: { conversationId: Uint8Array; number: number }[] }
  /** The unsent text of a conversation; empty when it was sent. `at` is in milliseconds since 1970. */
  | { kind: "draft"; conversationId: Uint8Array; text: string; at: number }
  | { kind: "settings"; values: Record<string, string | number | boolean | null> }
  /** The key of an epoch of the archive, 32 bytes. */
  | { kind: "archive_key"; epoch: number; key: Uint8Array }
  /** How many records of an epoch this device knows, so that missing ones show. */
  | { kind: "archive_count"; epoch: number; count: number };

/** What a message says. `unknown` is of a type that another version or another app may understand. */
export type Content = Visible | Change | OwnDevices | { kind: "unknown"; contentType: string };

/** What the sender saw of the key log: two senders who saw different logs find out. */
export interface Gossip {
  logSize: number;
  /** Root of the log at this size, 32 bytes. */
  root: Uint8Array;
  /** Of the sender's own key chain: its newest entry and the hash of it, 32 bytes. */
  seq: number;
  head: Uint8Array;
}

/** Content with what belongs to every message. */
export interface Message {
  /** 16 random bytes, which make ids and franking tags unguessable. */
  salt: Uint8Array;
  /** URI of the sending device. The reader compares it with the authenticated leaf. */
  sender: string;
  /** URI of the conversation. The reader compares it with the group. */
  room: string;
  content: Content;
  /** Seconds after reading if relative, else seconds since 1970. */
  expires?: { relative: boolean; seconds: number };
  gossip?: Gossip;
  /** What the sender calls this device. */
  deviceName?: string;
}
