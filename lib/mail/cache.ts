import { randomBytes } from "node:crypto";
import { log } from "@/lib/log";
import { FailedMail, type MailFault, type MailKind } from "@/lib/mail/schema";
import { redis } from "@/lib/redis";
import { FAILED_MAILS, keys } from "@/lib/redis/keys";

/** Notes that a mail could not be sent, for the town hall. A note that fails is not worth failing for. */
export async function noteFailedMail(kind: MailKind, fault: MailFault): Promise<void> {
  const failed: FailedMail = { at: Date.now(), kind, fault };
  // Two of the same kind may fail in the same millisecond.
  const entry = JSON.stringify({ ...failed, nonce: randomBytes(4).toString("hex") });
  try {
    await redis().runScript("mail_failed", [keys.failedMails], [String(failed.at), entry]);
  } catch (error) {
    log().warn({ err: error }, "a mail that could not be sent was not noted");
  }
}

/** The mails that could not be sent, newest first: as many as are noted, of the last week or so. */
export async function failedMails(): Promise<FailedMail[]> {
  const noted = await redis().highest(keys.failedMails, 0, FAILED_MAILS - 1);
  return noted.flatMap((entry, place) => (place % 2 === 0 ? [FailedMail.parse(JSON.parse(entry))] : []));
}
