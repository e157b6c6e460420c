import { DueReader } from "@/lib/digest/schema";
import { bestOfWeek, WEEK_MS, weeklyText } from "@/lib/digest/rules";
import { unsubscribeToken, unsubscribes } from "@/lib/digest/token";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { canSendMail, sendMail } from "@/lib/mail/writes";
import { IdRow, write } from "@/lib/neo4j";
import { unreadCount } from "@/lib/notifications/reads";
import { paths } from "@/lib/paths";
import { homePage } from "@/lib/timelines/reads";

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
 * Ends the weekly mail with the token of a mail, without signing in.
 * @throws ApiError invalid
 */
export async function endWeekly(token: string): Promise<void> {
  const personId = unsubscribes(token, env().BARKER_SECRET);
  if (personId === null) throw new ApiError("invalid", { message: "This link is not complete." });
  await write("digest/choose", { personId, at: null }, IdRow);
}

/**
 * Sends the weekly mails that are due. Each is claimed before it is sent, so that with several workers nobody gets two;
 * one that fails is not sent again that week.
 * @param now Unix ms
 */
export async function sendWeeklyMails(now = Date.now()): Promise<void> {
  if (!canSendMail()) return;
  for (;;) {
    const due = await write("digest/claim", { before: now - WEEK_MS, now, limit: BATCH }, DueReader);
    for (const reader of due) {
      await sendWeek(reader, now).catch((error: unknown) =>
        log().warn({ err: error, personId: reader.id }, "a weekly mail was not sent"),
      );
    }
    if (due.length < BATCH) return;
  }
}

async function sendWeek({ id, handle, email }: DueReader, now: number): Promise<void> {
  const [home, alerts] = await Promise.all([homePage(id, { limit: AMONG }), unreadCount(id, ALERTS, {}, null)]);
  const barks = bestOfWeek(home.statuses, id, now - WEEK_MS);
  const origin = env().BARKER_ORIGIN;
  const token = unsubscribeToken(id, env().BARKER_SECRET);
  const text = weeklyText({
    handle,
    barks,
    alerts,
    alertsUrl: origin + paths.alerts,
    unsubscribeUrl: `${origin}${paths.unsubscribe}#${token}`,
  });
  if (text === null) return;
  const unsubscribe = `${origin}/api/v1/barker/digest/unsubscribe?token=${token}`;
  await sendMail({ to: email, subject: "Your week on Barker", text, unsubscribe });
}
