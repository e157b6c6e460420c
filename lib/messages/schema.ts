import { z } from "zod";
import { HexId } from "@/lib/keylog/schema";
import { Account } from "@/lib/people/schema";

/** The largest message, commit and welcome, in bytes: a commit carries a KeyPackage for each device that it adds. */
const MESSAGE_BYTES = 64 * 1024;
const COMMIT_BYTES = 512 * 1024;
/** The largest request with a commit and its welcome, in bytes of JSON. */
export const COMMIT_BODY = 1_500_000;
/** How many people a group has at most, and how many devices they have together. */
const MOST_ACCOUNTS = 32;
const MOST_DEVICES = MOST_ACCOUNTS * 20;

/** Bytes as base64url without padding. */
export const binary = (bytes: number) =>
  z
    .string()
    .max(Math.ceil((bytes * 4) / 3))
    .regex(/^[\w-]*$/, "must be base64url without padding");
const Counter = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Small = z.number().int().min(0).max(2_147_483_647);

export const ConversationParam = z.object({ id: HexId });
/** The device that a request acts for. */
export const DeviceQuery = z.object({ device_id: HexId });
const INBOX_LIMIT = 200;
export const InboxQuery = DeviceQuery.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(100)
    .transform((limit) => Math.min(limit, INBOX_LIMIT)),
});

const ConversationKind = z.enum(["direct", "group", "self"]);
export type ConversationKind = z.infer<typeof ConversationKind>;
const RosterEntry = z.object({ account_id: HexId, device_id: HexId });
export type RosterEntry = z.infer<typeof RosterEntry>;
const Accounts = z.array(HexId).min(1).max(MOST_ACCOUNTS);
const Roster = z.array(RosterEntry).min(1).max(MOST_DEVICES);
const Commit = z.object({
  device_id: HexId,
  /** Increased by the device with each post, in whatever conversation. */
  counter: Counter,
  generation: Small,
  epoch: Small,
  /** The members after the commit. */
  account_ids: Accounts,
  /** All devices in the group after the commit. */
  roster: Roster,
});

/** The body of `POST …/conversations`: the first group of a conversation, whose first commit adds the others. */
export const NewConversation = Commit.extend({
  conversation_id: HexId,
  kind: ConversationKind,
  generation: z.literal(0),
  epoch: z.literal(0),
  /** Null while the device is alone in the group. */
  commit: binary(COMMIT_BYTES).min(1).nullable(),
  welcome: binary(COMMIT_BYTES).min(1).nullable(),
});
export type NewConversation = z.infer<typeof NewConversation>;

/** The body of `POST …/generations`: a group that replaces the former one. */
export const NewGeneration = NewConversation.omit({ conversation_id: true, kind: true }).extend({ generation: Small });
export type NewGeneration = z.infer<typeof NewGeneration>;

export const NewCommit = Commit.extend({
  commit: binary(COMMIT_BYTES).min(1),
  welcome: binary(COMMIT_BYTES).min(1).nullable(),
});
export type NewCommit = z.infer<typeof NewCommit>;

export const MessagePost = z.object({
  device_id: HexId,
  counter: Counter,
  generation: Small,
  epoch: Small,
  message: binary(MESSAGE_BYTES).min(1),
  /** Sent without a push, and not counted as unread: reactions, settings, receipts. */
  silent: z.boolean().default(false),
});
export type MessagePost = z.infer<typeof MessagePost>;

export const ConversationChange = z.object({ muted: z.boolean() });

export const Acks = z.object({
  device_id: HexId,
  acks: z.array(z.object({ conversation_id: HexId, number: Small })).max(500),
});
export type Acks = z.infer<typeof Acks>;

const Frank = z.string().nullable();

/** One entry of a conversation's log, as one device sees it. Times are Unix ms. */
export const Envelope = z
  .object({
    conversation_id: HexId,
    generation: Small,
    number: Small,
    /** The epoch in which a message or commit was sent. */
    epoch: Small,
    /** A commit is a `welcome` for the devices that it adds. */
    kind: z.enum(["welcome", "commit", "message"]),
    payload: z.string(),
    /** SHA-256 of the message or commit, base64url. */
    hash: z.string(),
    at: z.number(),
    /** The server's franking of a message, base64url. */
    frank: Frank,
    silent: z.boolean(),
  })
  .meta({ id: "MessageEnvelope" });
export type Envelope = z.infer<typeof Envelope>;

export const Inbox = z.object({ envelopes: z.array(Envelope), more: z.boolean() });
export const Posted = z.object({ number: Small, at: z.number(), frank: Frank });
export type Posted = z.infer<typeof Posted>;
export const Committed = z.object({ number: Small, epoch: Small });
export type Committed = z.infer<typeof Committed>;
export const Unread = z.object({ conversation_ids: z.array(HexId) });

/** How a member stands to a conversation: a stranger's is a request until it is accepted or declined. */
export const MemberState = z.enum(["open", "request", "declined"]);
export type MemberState = z.infer<typeof MemberState>;

const LeafIndex = z.object({ leaf: Small });

/** A conversation as one of its members sees it. */
export const ConversationView = z
  .object({
    id: HexId,
    kind: ConversationKind,
    generation: Small,
    epoch: Small,
    /** The number of its newest envelope; 0 without one. */
    number: Small,
    created_at: z.number(),
    state: MemberState,
    muted: z.boolean(),
    members: z.array(z.object({ account_id: HexId, account: Account })),
    roster: z.array(RosterEntry.extend(LeafIndex.shape)),
  })
  .meta({ id: "EncryptedConversation" });
export type ConversationView = z.infer<typeof ConversationView>;
export const ConversationAnswer = z.object({ conversation: ConversationView });
export const ConversationList = z.object({ conversations: z.array(ConversationView) });

/** Who may write to somebody whom they have not written to before. */
export const WhoMayWrite = z.enum(["everyone", "followed", "nobody"]);
export type WhoMayWrite = z.infer<typeof WhoMayWrite>;
export const MessageSettings = z.object({ who_may_write: WhoMayWrite });

export const ContactParam = z.object({ person_id: z.string().regex(/^\d{1,20}$/) });
/** Whether one may write to somebody: at once, as a request, or not; or they have no keys yet. */
export const ContactView = z.object({
  account_id: HexId.nullable(),
  contact: z.enum(["open", "request", "closed", "no_keys"]),
  conversation_id: HexId.nullable(),
});
export type ContactView = z.infer<typeof ContactView>;

/** A device in a group, and its place in the group's tree. `device` is "<account> <device>". */
export const MembershipRow = z.object({ device: z.string(), leaf: z.number() });
export type MembershipRow = z.infer<typeof MembershipRow>;

/** A conversation in the graph, for one of its members. */
export const StoredConversation = z.object({
  id: z.string(),
  kind: ConversationKind,
  generation: z.number(),
  epoch: z.number(),
  number: z.number(),
  at: z.number(),
  state: MemberState,
  muted: z.boolean(),
  /** The members whose accounts others can see. */
  members: z.array(z.object({ accountId: z.string(), personId: z.string() })),
  /** All members: also those who are suspended or about to leave Barker. */
  accounts: z.array(z.string()),
  roster: z.array(MembershipRow),
});
export type StoredConversation = z.infer<typeof StoredConversation>;

/** What decides whether an account may be written to, or added. */
export const ContactRow = z.object({
  accountId: z.string(),
  personId: z.string(),
  /** They follow the caller, and nobody else in the conversation is across a block from them. */
  follows: z.boolean(),
  /** A block, in either direction. */
  blocked: z.boolean(),
  whoMayWrite: WhoMayWrite.nullable(),
});
export type ContactRow = z.infer<typeof ContactRow>;

/** An envelope in the graph; `joined`: the commit adds the device that reads it, so it is sent the welcome. */
export const EnvelopeRow = z.object({
  conversationId: z.string(),
  generation: z.number(),
  number: z.number(),
  epoch: z.number(),
  kind: z.enum(["commit", "message"]),
  payload: z.string(),
  hash: z.string(),
  at: z.number(),
  frank: z.string().nullable(),
  silent: z.boolean().nullable(),
  joined: z.boolean(),
});
export type EnvelopeRow = z.infer<typeof EnvelopeRow>;

/** Who is told of an envelope. `alert`: they get a push if they are not connected. */
export const Recipient = z.object({ personId: z.string(), alert: z.boolean() });
export type Recipient = z.infer<typeof Recipient>;
