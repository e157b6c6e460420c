import type { Status } from "@/lib/barks/schema";
import { idAt } from "@/lib/ids";
import type { AlertKind } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import type { Account } from "@/lib/people/schema";

interface Of {
  /** When it happened (Unix ms). */
  at?: number;
  name?: string;
  handle?: string;
  emoji?: string;
  /** Overrides for the bark that it is about; null for follows. */
  status?: Partial<Status> | null;
}

/** An alert with its parts: each from a new person, about a bark of the recipient. */
export function heardOf(
  kind: AlertKind,
  { at = Date.now(), name, handle = "fern", emoji, status = {} }: Of = {},
): AlertParts {
  const actorId = idAt(at);
  const account = { id: actorId, acct: handle, display_name: name ?? handle, avatar: "https://b.example/fern.webp" };
  const bark = {
    id: idAt(at),
    account: { ...account, acct: "me" },
    text: "Mint in every pot",
    spoiler_text: "",
    visibility: "public",
    filtered: [],
    media_attachments: [],
    emoji_reactions: [],
    in_reply_to_account_id: null,
    ...status,
  };
  return {
    alert: { id: idAt(at), kind, actorId, barkId: status ? bark.id : null, emoji: emoji ?? null },
    // Only these fields of the account are used for the texts of alerts.
    account: account as Account,
    status: status ? (bark as Status) : null,
  };
}
