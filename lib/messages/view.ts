import type { Account } from "@/lib/people/schema";
import type { StoredConversation, ConversationView, Envelope, EnvelopeRow } from "@/lib/messages/schema";

/** An envelope in the API's format, as the device that was asked for sees it. */
export function toEnvelope({ conversationId, joined, kind, silent, ...row }: EnvelopeRow): Envelope {
  return { conversation_id: conversationId, kind: joined ? "welcome" : kind, silent: silent ?? false, ...row };
}

/** A conversation in the API's format. Members whose accounts are gone are left out. */
export function toConversation(row: StoredConversation, accounts: ReadonlyMap<string, Account>): ConversationView {
  const { id, kind, generation, epoch, number, state, muted } = row;
  return {
    id,
    kind,
    generation,
    epoch,
    number,
    created_at: row.at,
    state,
    muted,
    members: row.members.flatMap(({ accountId, personId }) => {
      const account = accounts.get(personId);
      return account ? [{ account_id: accountId, account }] : [];
    }),
    roster: row.roster
      .toSorted((a, b) => a.leaf - b.leaf)
      .map(({ device, leaf }) => {
        const [account_id = "", device_id = ""] = device.split(" ");
        return { account_id, device_id, leaf };
      }),
  };
}
