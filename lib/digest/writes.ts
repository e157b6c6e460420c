import { DueReader } from "@/lib/digest/schema";
import { bestOfWeek, WEEK_MS, weeklyText } from "@/lib/digest/rules";
import { unsubscribeToken, unsubscribes } from "@/lib/digest/token";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { applyLimit } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { canSendMail, sendMail } from "@/lib/mail/writes";
import { IdRow, read, write } from "@/lib/neo4j";
import { unreadCount } from "@/lib/notifications/reads";
import { paths } from "@/lib/paths";
import { homePage } from "@/lib/timelines/reads";
import { townName } from "@/lib/settings/reads";

/** How many mails a worker sends before it looks again. */
const BATCH = 20;
/** Of how many entries of Home the barks are chosen, and up to how many alerts are counted. */
const AMONG = 40;
const ALERTS = 100;

/**
 * Turns the weekly mail of a person on or off. The first one comes a week later.
 * @throws ApiError forbidden when their address is not confirmed, or no mail can be sent
 */
export async function chooseWeekly(personId: string, weekly: boolean): Promise<void> {
  if (weekly && !canSendMail()) throw new ApiError("forbidden", { message: "This town cannot send e-mail." });
  const [chosen] = await write("digest/choose", { personId, at: weekly ? Date.now() : null }, IdRow);
  if (!chosen) throw new ApiError("forbidden", { message: "Please confirm your e-mail address first." });
}

/**
 * Ends the weekly mail with the token of a mail, without signing in. Providers of mail post from few addresses, so it is
 * limited for each person, and not for each address.
 * @throws ApiError invalid, too_many; not_found when there is no such account any more
 */
export async function endWeekly(token: string): Promise<void> {
  const personId = unsubscribes(token, env().BARKER_SECRET);
  if (personId === null) throw new ApiError("invalid", { message: "This link is not complete." });
  await applyLimit("unsubscribe", personId);
  const [ended] = await write("digest/end", { personId }, IdRow);
  if (!ended) throw new ApiError("not_found", { message: "There is no account for this link any more." });
}

/**
 * Sends the weekly mails that are due. Each is claimed before it is sent, so that with several workers nobody gets two;
 * one that fails is not sent again that week. Sending takes time, so each is looked up again right before.
 * @param now Unix ms
 */
export async function sendWeeklyMails(now = Date.now()): Promise<void> {
  if (!canSendMail()) return;
  for (;;) {
    const due = await write("digest/claim", { before: now - WEEK_MS, now, limit: BATCH }, DueReader);
    for (const reader of due) {
      await sendWeek(reader.id, now).catch((error: unknown) =>
        log().warn({ err: error, personId: reader.id }, "a weekly mail was not sent"),
      );
    }
    if (due.length < BATCH) return;
  }
}

/** @param now when it was claimed (Unix ms) */
async function sendWeek(id: string, now: number): Promise<void> {
  const [home, alerts] = await Promise.all([homePage(id, { limit: AMONG }), unreadCount(id, ALERTS, {}, null)]);
  const barks = bestOfWeek(home.statuses, id, now - WEEK_MS);
  const origin = env().BARKER_ORIGIN;
  const token = unsubscribeToken(id, env().BARKER_SECRET);
  const [reader] = await read("digest/still_due", { personId: id, at: now }, DueReader);
  if (!reader) return;
  const text = weeklyText({
    handle: reader.handle,
    barks,
    alerts,
    alertsUrl: origin + paths.alerts,
    unsubscribeUrl: `${origin}${paths.unsubscribe}#${token}`,
  });
  if (text === null) return;
  const unsubscribe = `${origin}/api/v1/barker/digest/unsubscribe?token=${token}`;
  await sendMail({ to: reader.email, kind: "weekly", subject: `Your week on ${await townName()}`, text, unsubscribe });
}
