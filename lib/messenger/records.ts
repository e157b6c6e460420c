import type { Attachment, Content } from "@/lib/message-content/types";
import type { Alarm, Contact, MessageStatus, WayIn } from "@/lib/messenger/schema";

// What the messenger keeps on the device. Ids are lower-case hex, times are Unix ms.

/** This device, and the account whose device it is or wants to be. */
export interface DeviceRecord {
  personId: string;
  /** Null until the account has keys. */
  accountId: string | null;
  deviceId: string;
  name: string;
  /** The host in its credentials, which it keeps when the server is reached by another one; absent in old records. */
  host?: string;
  /** `enrolling`: the first entry of the chain was sent, and its answer is not known. */
  phase: "enrolling" | "locked" | "ready" | "removed";
  /** When the reset that this device announced may be completed. */
  resetAt: number | null;
}

/** An account whose chain was verified up to an entry: the own one, or that of a contact. */
export interface ChainRecord {
  accountId: string;
  /** `encodeState` of the verified state. */
  state: Uint8Array;
  /** All entries that this device has seen, for the list of devices. */
  entries: Uint8Array[];
  /** Where the account stands in the log's map. */
  index: Uint8Array;
  /** Who the account belongs to, as the server says; null for the own one. */
  contact: Contact | null;
  /** The names that the owner gave the devices, as the server says. */
  names: Record<string, string>;
  verifiedAt: number;
  /** When the server said that the account was deleted, with all that the log could say of it. */
  erasedAt?: number;
  /** The version of the account in the log when its entries were last read; versions must go on from it. */
  loggedVersion?: number;
  /** When scans of the log saw updates of the account, the last ones. */
  seen?: SeenUpdate[];
  /** Of the own account: its handle, once the log gave it to the account. */
  handle?: string;
  /** Since when the log gives the person's handle to another account than the server does (Unix ms). */
  handleDoubtedAt?: number | null;
}

/** A version of an account, and the time of the map in which the log showed it first (Unix ms). */
export interface SeenUpdate {
  version: number;
  visibleMs: number | null;
}

/** What the own devices tell each other about a conversation. Written apart from it, at any time. */
export interface ReadingRecord {
  /** Messages up to this number have been read. */
  readTo: number;
  draft: string | null;
  draftAt: number;
}

/** A commit that was sent or is about to be sent, and the state that follows if it wins its epoch. */
export interface PendingCommit {
  /** What it is the first commit of, or a further commit. */
  target: "conversation" | "generation" | "commit";
  generation: number;
  epoch: number;
  /** Null for a group of this device alone. */
  commit: Uint8Array | null;
  welcome: Uint8Array | null;
  /** SHA-256 of the commit, base64url. */
  hash: string | null;
  next: Uint8Array;
  roster: { account_id: string; device_id: string }[];
  accountIds: string[];
}

export interface ConversationRecord {
  id: string;
  kind: "direct" | "group" | "self";
  generation: number;
  /** The number of the last envelope that was processed. */
  cursor: number;
  /** The accounts that belong to it, with the own one. */
  accounts: string[];
  /** Who added whom; the creator has everybody who was there from the beginning. */
  addedBy: Record<string, string>;
  creator: string | null;
  state: "open" | "request" | "declined";
  muted: boolean;
  name: string | null;
  /** Seconds after which messages disappear. */
  expiry: number | null;
  createdAt: number;
  pending: PendingCommit | null;
  /** When this device last committed, and how many messages it has sent since. */
  committedAt: number;
  sentSince: number;
  /** Members who said that they leave, until somebody removes them. */
  leaving: string[];
  /** This account left it, or was removed from it. */
  left: boolean;
  /** This device cannot follow the group any more, and starts a new generation. */
  broken: boolean;
  /** Keys of a member changed, so the group has to be compared with the log. */
  stale: boolean;
  /** The newest generation that the server names. */
  serverGeneration: number;
}

export interface MessageRecord {
  /** The message id of the content. Of a message with files that are not uploaded yet: a provisional one. */
  id: string;
  /** The provisional id under which this device showed it first, if it had one. */
  shownAs: string | null;
  conversationId: string;
  at: number;
  /** Its number in the conversation; null while it is being sent, and for notices. */
  number: number | null;
  /** The account and the device that wrote it; empty for notices. */
  sender: string;
  device: string;
  /** `stub`: something that refers to a message came before the message itself; `reaction`, `change`: what changed others. */
  kind: "text" | "deleted" | "notice" | "stub" | "reaction" | "change";
  text: string;
  editedAt: number | null;
  replyTo: string | null;
  /** By account, with the message id of the reaction. One that was taken back has no emoji. */
  reactions: Record<string, { id: string; emoji: string; at: number }>;
  attachments: Attachment[];
  status: MessageStatus;
  problem: string | null;
  expiresAt: number | null;
  /** The content as it was encrypted, for the archive and for reports. */
  proof: { content: Uint8Array; salt: Uint8Array; tag: Uint8Array; frank: string | null } | null;
}

/** Something that is to be sent, in the order of `seq`. */
export interface OutgoingRecord {
  seq: number;
  conversationId: string;
  /** The message id of the content; null while files are to be uploaded first. */
  id: string | null;
  /** A provisional id under which it is shown, when it had files to be uploaded. */
  shownAs: string | null;
  /** What the caller named the request, so that a repeated one is not sent twice. */
  token: string | null;
  /** Urls of files are empty until they are uploaded. */
  content: Content;
  salt: Uint8Array;
  createdAt: number;
  expiresAt: number | null;
  /** The content as it is encrypted. */
  encoded: Uint8Array | null;
  /** The message as it was encrypted last, which is sent again unchanged until an answer comes. */
  encrypted: { generation: number; epoch: number; message: Uint8Array; hash: string } | null;
  /** Why the server or this device refuses it, as one sentence. */
  problem: string | null;
}

export interface BegunEpoch {
  epoch: number;
  key: Uint8Array;
  /** The key of the epoch before, encrypted with this one, in base64url. */
  wrapped: string;
}

export interface ArchiveRecordState {
  enabled: boolean;
  /** The keys by epoch number; the newest is written with. */
  keys: Record<string, Uint8Array>;
  /** The key of an epoch that this device begins, until all own devices have been told. */
  begun?: BegunEpoch | undefined;
  /** Ways in that exist. */
  ways: { way: WayIn; id: string }[];
  /** Where loading older messages continues: empty from the newest, null when all are loaded. */
  next: string | null;
  /** Until when (Unix ms) the newest records are looked at again: others archive what came before this device. */
  watchedUntil: number;
  loaded: number;
  loading: number;
  /** The most records that any own device has seen, and how many of them the server does not show any more. */
  counted: number;
  missing: number;
}

/** A message that is to be archived. */
export interface ArchivedMessage {
  conversationId: string;
  id: string;
  sender: string;
  device: string;
  at: number;
  number: number | null;
  frank: string | null;
  content: Uint8Array;
}

/** What another device claimed about the log. */
export interface LogClaim {
  size: number;
  root: Uint8Array;
  /** The newest entry of the sender's own chain, and its hash. */
  seq: number;
  head: Uint8Array;
  accountId: string;
  conversationId: string;
}

export type AlarmRecord = Alarm & { evidence: string };

/** Every kind of record by the form of its key. */
export type RecordOf<Key extends string> = Key extends "device"
  ? DeviceRecord
  : Key extends "counter"
    ? number
    : Key extends `chain/${string}`
      ? ChainRecord
      : Key extends `package/${string}`
        ? { privateBytes: Uint8Array; lastResort: boolean; at: number }
        : Key extends `conversation/${string}`
          ? ConversationRecord
          : Key extends `reading/${string}`
            ? ReadingRecord
            : Key extends `message/${string}`
              ? MessageRecord
              : Key extends `outgoing/${string}`
                ? OutgoingRecord
                : Key extends "archive"
                  ? ArchiveRecordState
                  : Key extends `archived/${string}`
                    ? ArchivedMessage
                    : Key extends `claim/${string}`
                      ? LogClaim
                      : Key extends `alarm/${string}`
                        ? AlarmRecord
                        : Key extends `group/${string}` | `file/${string}` | `entry/${string}`
                          ? Uint8Array
                          : Key extends "log"
                            ? LogRecord
                            : never;

/** What was verified about the log itself. */
export interface LogRecord {
  /** `GET policy` as it was pinned. */
  policy: unknown;
  /** The last checkpoint that was verified. */
  size: number;
  root: Uint8Array;
  witnesses: number;
  checkedAt: number;
  /** All entries before this position were looked through for the own account and for contacts. */
  scanned: number;
  /** The time of the map in the last checkpoint, and in the one up to which the log was looked through (Unix ms). */
  mapTimeMs?: number;
  scannedMs?: number;
}

/** A conversation that this device has just met, or has created. */
export function newConversation(
  fields: Pick<ConversationRecord, "id" | "kind" | "accounts"> & Partial<ConversationRecord>,
  now: number,
): ConversationRecord {
  return {
    generation: 0,
    cursor: 0,
    addedBy: {},
    creator: null,
    state: "open",
    muted: false,
    name: null,
    expiry: null,
    createdAt: now,
    pending: null,
    committedAt: now,
    sentSince: 0,
    leaving: [],
    left: false,
    broken: false,
    stale: false,
    serverGeneration: 0,
    ...fields,
  };
}
