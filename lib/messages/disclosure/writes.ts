import { z } from "zod";
import { equal, fromBase64Url } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { ownerOf } from "@/lib/keylog/reads";
import { fitsTag, wordsOf } from "@/lib/messages/disclosure/rules";
import type { MessageReport } from "@/lib/messages/disclosure/schema";
import { frankOf } from "@/lib/messages/franking";
import { refused } from "@/lib/messages/inspection";
import { conversationRow, requireAccount } from "@/lib/messages/reads";
import { write } from "@/lib/neo4j";

const Filed = z.object({ named: z.number() });

/**
 * Files a report about what somebody wrote in an encrypted conversation. Each message must fit what its sender committed
 * to, and the server must have received that from them in this conversation at that time, so nobody can invent one.
 * @returns the id of the report
 * @throws ApiError not_found, forbidden for oneself, invalid `not_genuine`
 */
export async function reportMessages(viewerId: string, sent: MessageReport): Promise<string> {
  const { conversation_id: conversationId, account_id: accountId, comment, messages } = sent;
  const [, personId] = await Promise.all([
    conversationRow(await requireAccount(viewerId), conversationId),
    // Nobody escapes a report by closing their account.
    ownerOf(accountId),
  ]);
  if (personId === null) throw new ApiError("not_found");
  if (personId === viewerId) throw new ApiError("forbidden", { message: "You cannot report yourself." });
  for (const message of messages) {
    const frank = frankOf({ tag: fromBase64Url(message.tag), accountId, conversationId, at: message.at });
    if (!fitsTag(message) || !equal(fromBase64Url(frank), fromBase64Url(message.frank)))
      throw refused("not_genuine", "A message is not as it was sent.");
  }
  const disclosed = messages
    .toSorted((a, b) => a.at - b.at)
    .map((message) => JSON.stringify({ at: message.at, text: wordsOf(message) }));
  const report = { id: newId(), at: Date.now(), category: "other", comment, ruleIds: [], disclosed };
  const [row] = await write("reports/create", { reporterId: viewerId, personId, report, barkIds: [] }, Filed);
  if (!row) throw new ApiError("not_found");
  return report.id;
}
