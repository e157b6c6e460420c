import { z } from "zod";
import { HexId } from "@/lib/keylog/schema";
import { binary } from "@/lib/messages/schema";

const CONTENT_BYTES = 60 * 1024;
const DISCLOSED = 20;
/** The largest report, in bytes of JSON. */
export const REPORT_BODY = 2_000_000;

const Disclosed = z.object({
  /** Its number in the conversation, for reference only. */
  number: z.number().int().min(0).max(2_147_483_647),
  /** When the server received it, as its envelope says (Unix ms). */
  at: z.number().int().min(0).max(9_999_999_999_999),
  /** The decrypted content, as it was sent. */
  content: binary(CONTENT_BYTES).min(1),
  salt: binary(16).length(22),
  /** The franking tag, which the sender put into the message's authenticated data. */
  tag: binary(32).length(43),
  /** The server's franking, as in its envelope. */
  frank: binary(32).length(43),
});
export type Disclosed = z.infer<typeof Disclosed>;

/** The body of `POST …/reports`: what somebody wrote, disclosed by one of those who can read it. */
export const MessageReport = z.object({
  conversation_id: HexId,
  account_id: HexId,
  comment: z.string().trim().max(1_000).default(""),
  messages: z.array(Disclosed).min(1).max(DISCLOSED),
});
export type MessageReport = z.infer<typeof MessageReport>;
