import type { Account } from "@/lib/people/schema";

// Answers of the server, as far as the messenger reads them. Binary values are unpadded base64url, times Unix ms.

/** One entry of a conversation's log, as this device sees it. */
export interface ServerEnvelope {
  conversation_id: string;
  generation: number;
  number: number;
  epoch: number;
  kind: "welcome" | "commit" | "message";
  payload: string;
  hash: string;
  at: number;
  frank: string | null;
  silent: boolean;
}

export interface ServerConversation {
  id: string;
  kind: "direct" | "group" | "self";
  generation: number;
  epoch: number;
  number: number;
  created_at: number;
  state: "open" | "request" | "declined";
  muted: boolean;
  members: { account_id: string; account: Account }[];
  roster: { account_id: string; device_id: string; leaf: number }[];
}

/** What the server adds to a message. */
export interface ServerReceipt {
  number: number;
  at: number;
  frank: string | null;
}

export interface ServerAccount {
  account_id: string;
  account: Account;
  devices: { device_id: string; name: string; created_at: number }[];
}

export interface ServerContact {
  account_id: string | null;
  contact: "open" | "request" | "closed" | "no_keys";
  conversation_id: string | null;
}
