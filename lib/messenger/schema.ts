/**
 * What a client of encrypted messages shows and does. The messenger (`messenger.ts`) implements `Messenger`; in the
 * browser it runs in a worker, and pages call it through `app/_client/messages`. Ids are lower-case hex; times are
 * Unix ms. All values can be cloned structurally.
 */

/** Why this browser cannot keep keys: no secure context, no Ed25519 or locks, or storage that does not last. */
export type Unsupported = "insecure" | "old" | "private";

/** How a person who has keys may open them on a device that has none. */
export type WayIn = "words" | "passkey" | "passphrase" | "device";

export type MessengerState =
  | { phase: "starting" }
  | { phase: "unsupported"; reason: Unsupported }
  /** Nobody has enrolled this account yet; `enrol` does, silently when the app is idle. */
  | { phase: "absent" }
  /** The account has keys, this device is not among its devices. `resetAt`: when a running reset may be completed. */
  | { phase: "locked"; ways: WayIn[]; passkeys: string[]; resetAt: number | null }
  /** This device was removed by another device of the account, or its storage was restored from a copy. */
  | { phase: "removed" }
  | { phase: "ready"; accountId: string; deviceId: string; online: boolean; log: LogState; archive: ArchiveStatus };

/** What was checked last: the size of the log, how many witnesses signed it, and when. */
export interface LogState {
  size: number;
  witnesses: number;
  checkedAt: number;
  /** What is wrong, until it is resolved or, for a contact's reset, accepted. */
  alarms: Alarm[];
}

export interface ArchiveStatus {
  enabled: boolean;
  /** Ways in that exist; empty until recovery was set up, and then nothing is archived. */
  ways: WayIn[];
  /** How many archived messages are still to be loaded on this device. */
  loading: number;
  /** How many records the own devices had seen in the archive that the server no longer has. */
  missing: number;
}

/** A failed check (C1 to C8, C11) or a contact's reset (C9). */
export interface Alarm {
  id: string;
  kind: "log" | "own_keys" | "contact_reset" | "split_view" | "roster";
  /** One of the codes of `TransparencyError` and `KeyChainError`. */
  code: string;
  /** The conversation in which sending is blocked; null: in all. */
  conversationId: string | null;
  /** The contact concerned, if any. */
  personId: string | null;
  at: number;
  /** Whether the person may accept it and go on. */
  acceptable: boolean;
}

/** Somebody in a conversation, as the server names them (`handle` was verified in the log). */
export interface Contact {
  accountId: string;
  personId: string;
  handle: string;
  displayName: string;
  avatar: string;
}

export interface ConversationSummary {
  id: string;
  kind: "direct" | "group";
  /** The name of a group; null for direct conversations and unnamed groups. */
  name: string | null;
  /** The other members. */
  members: Contact[];
  state: "open" | "request";
  muted: boolean;
  /** Seconds after which messages disappear, or null. */
  expiry: number | null;
  unread: number;
  draft: string | null;
  last: LastLine | null;
  /** Sending is blocked by an alarm. */
  blocked: boolean;
}

/** All conversations, newest first. */
export interface ConversationLists {
  open: ConversationSummary[];
  requests: ConversationSummary[];
  /** This device has just come: there may be more, and not all names and newest messages are known yet. */
  gathering: boolean;
}

/** The last line of a conversation in the list. */
export interface LastLine {
  at: number;
  mine: boolean;
  senderName: string;
  kind: "text" | "picture" | "reaction" | "deleted" | "notice";
  text: string;
  status: MessageStatus;
}

/**
 * `sending`: not acknowledged by the server; `failed`: rejected, `retry` sends it again, and of notices, that something
 * could not be read; `sent`; `received`.
 */
export type MessageStatus = "sending" | "failed" | "sent" | "received";

export interface MessageView {
  /** The message id of the content (hex); while it is being sent too. */
  id: string;
  at: number;
  sender: Contact | "me";
  /** The device that wrote it, as its owner calls it; for the safety sheet. */
  deviceName: string | null;
  kind: "text" | "deleted" | "notice";
  /** The text; for notices one sentence ("Otter added a device"). */
  text: string;
  edited: boolean;
  replyTo: { id: string; senderName: string; text: string; picture: boolean } | null;
  reactions: { emoji: string; count: number; mine: boolean; names: string[] }[];
  attachments: AttachmentView[];
  status: MessageStatus;
  /** Why it failed, as one sentence. */
  problem: string | null;
  /** When it disappears, or null. */
  expiresAt: number | null;
}

export interface AttachmentView {
  index: number;
  mediaType: string;
  size: number;
  width: number;
  height: number;
  alt: string;
  /** Base64 of a thumbhash. */
  thumbhash: string | null;
}

/** A picture to send, re-encoded by the page without metadata. */
export interface OutgoingAttachment {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  width: number;
  height: number;
  alt: string;
  thumbhash: string | null;
}

export interface OutgoingMessage {
  text: string;
  replyTo?: string;
  attachments?: OutgoingAttachment[];
}

/** A device of somebody, from the key log. */
export interface DeviceView {
  deviceId: string;
  name: string;
  since: number;
  /** "genesis", or the name of the device (or "recovery") that signed it in. */
  signedBy: string;
  current: boolean;
  lastSeenAt: number | null;
}

export interface SafetyView {
  people: { contact: Contact | "me"; devices: DeviceView[] }[];
  checks: { code: "devices_signed" | "log_consistent" | "same_log"; ok: boolean }[];
  log: LogState;
  /** What the other person's device scans to compare in person; and what it should show. */
  code: string;
}

export type ContactState = "open" | "request" | "closed" | "no_keys";

/** A change that pages should reload for. */
export type MessengerEvent = { topic: "state" } | { topic: "conversations" } | { topic: "conversation"; id: string };

/** Thrown by every method: `message` is one sentence for the person. */
export interface MessengerProblem {
  code: string;
  message: string;
}

/** What pages may ask. Every method answers from local state unless it says otherwise. */
export interface Messenger {
  state(): Promise<MessengerState>;
  /** Creates keys for the account and this device, or this device's keys only (then `locked`). Uses the network. */
  enrol(deviceName: string): Promise<MessengerState>;

  conversations(): Promise<ConversationLists>;
  conversation(id: string): Promise<ConversationSummary>;
  /** Newest last; `before` is the id of the oldest message that is shown. */
  messages(id: string, page: { before?: string; limit: number }): Promise<{ messages: MessageView[]; more: boolean }>;
  /** The id of the first unread message when the conversation was opened, or null. */
  firstUnread(id: string): Promise<string | null>;
  search(text: string): Promise<{ conversation: ConversationSummary; message: MessageView }[]>;

  /** Whether one may write to a person, and the direct conversation with them if there is one. Uses the network. */
  contact(personId: string): Promise<{ state: ContactState; conversationId: string | null }>;
  /** Creates a conversation; for one other person returns the existing one. Uses the network. */
  create(personIds: string[], name: string | null): Promise<string>;
  /** Stores the message, shows it as `sending` and returns its id at once; sends in order, also after being offline. */
  send(id: string, message: OutgoingMessage): Promise<string>;
  edit(id: string, messageId: string, text: string): Promise<void>;
  remove(id: string, messageId: string): Promise<void>;
  /** Sets one's own reaction, or removes it with null. */
  react(id: string, messageId: string, emoji: string | null): Promise<void>;
  retry(id: string, messageId: string): Promise<void>;
  markRead(id: string): Promise<void>;
  setDraft(id: string, text: string): Promise<void>;
  setMuted(id: string, muted: boolean): Promise<void>;
  setExpiry(id: string, seconds: number | null): Promise<void>;
  attachment(
    id: string,
    messageId: string,
    index: number,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }>;

  rename(id: string, name: string): Promise<void>;
  addMembers(id: string, personIds: string[]): Promise<void>;
  removeMember(id: string, accountId: string): Promise<void>;
  leave(id: string): Promise<void>;
  accept(id: string): Promise<void>;
  decline(id: string): Promise<void>;
  report(id: string, messageIds: string[], comment: string): Promise<void>;

  safety(id: string): Promise<SafetyView>;
  /** Compares a scanned code with what this device knows. */
  compare(id: string, code: string): Promise<boolean>;
  acceptAlarm(alarmId: string): Promise<void>;
  /** What a failed check can prove to others, as text. */
  evidence(alarmId: string): Promise<string>;

  devices(): Promise<DeviceView[]>;
  renameDevice(deviceId: string, name: string): Promise<void>;
  removeDevice(deviceId: string): Promise<void>;
  /** On the new device: a code for five minutes. The state becomes `ready` when an old device has accepted it. */
  offerLink(): Promise<{ code: string; expiresAt: number }>;
  /** On an old device: what the code belongs to, before the person confirms. */
  readLink(code: string): Promise<{ deviceName: string; expiresAt: number }>;
  acceptLink(code: string): Promise<void>;

  /** 24 new words; nothing changes until `keepWords` is called with them. */
  newWords(): Promise<string[]>;
  keepWords(words: string[]): Promise<void>;
  /** Adds a passkey as a way in; `prf` is the 32-byte output of the authenticator. */
  keepPasskey(credentialId: string, prf: Uint8Array<ArrayBuffer>): Promise<void>;
  unlockWithWords(words: string[]): Promise<void>;
  unlockWithPasskey(credentialId: string, prf: Uint8Array<ArrayBuffer>): Promise<void>;
  setArchive(enabled: boolean): Promise<void>;
  /** Without any way in: announces new keys, which may replace the old ones after 72 hours. */
  startReset(): Promise<MessengerState>;
  completeReset(): Promise<void>;
  /** On an old device: stops a reset that is running. */
  vetoReset(): Promise<void>;
  /** Forgets everything on this device; used by signing out. */
  forget(): Promise<void>;
}
