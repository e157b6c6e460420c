import { addressOfPerson } from "@/lib/auth/reads";
import type { Right } from "@/lib/auth/rights";
import { env } from "@/lib/env";
import { secondsToWait } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { canSendMail, sendMail, sendMailLater } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";
import { townName } from "@/lib/settings/reads";
import { staffToTell } from "@/lib/staff/reads";

/** What may wait for staff: who is told, and where it is handled. Mails name nobody, since they travel far. */
const WAITS = {
  report: { right: "reports", said: "a report waits", page: paths.townReports() },
  appeal: { right: "reports", said: "an appeal waits", page: paths.townAppeals },
  applicant: { right: "signups", said: "a request to join waits", page: paths.townEntry },
} as const satisfies Record<string, { right: Right; said: string; page: string }>;

/**
 * Tells the staff by mail that something waits for them, after the answer, where mail can be sent: each of them at most
 * once an hour for each queue, since the page lists all of it.
 * @param aboutId the person whom it is about, who is not told if they are staff
 */
export function tellStaff(what: keyof typeof WAITS, aboutId: string): void {
  if (!canSendMail()) return;
  setImmediate(() => {
    mailStaff(what, aboutId).catch((error: unknown) => log().warn({ err: error, what }, "staff were not told"));
  });
}

async function mailStaff(what: keyof typeof WAITS, aboutId: string): Promise<void> {
  const { right, said, page } = WAITS[what];
  const [staff, town] = await Promise.all([staffToTell(right, aboutId), townName()]);
  const subject = `${said[0]?.toUpperCase()}${said.slice(1)} in the town hall of ${town}`;
  const sent = staff.map(async ({ id, handle, email: to }) => {
    if ((await secondsToWait("staffMail", `${what} ${id}`)) > 0) return;
    const text = `Hello @${handle},\n\n${said} in the town hall of ${town}:\n\n${env().BARKER_ORIGIN}${page}\n\nYou get at most one such mail an hour.`;
    await sendMail({ to, kind: "staff", subject, text });
  });
  const failed = (await Promise.allSettled(sent)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failed.length > 0) throw failed[0];
}

/** Tells somebody by mail that they take part in running the town from now on, or no longer. */
export function tellRole(personId: string, isStaff: boolean): void {
  if (!canSendMail()) return;
  sendMailLater(async () => {
    const [person, town] = await Promise.all([addressOfPerson(personId), townName()]);
    if (!person) return null;
    const text = isStaff
      ? `Hello @${person.handle},\n\nwhat you may do to run ${town} was changed just now. The town hall shows you what that is:\n\n${env().BARKER_ORIGIN}${paths.townHall}`
      : `Hello @${person.handle},\n\nyou do not take part in running ${town} any more. Thank you for what you did.`;
    return { to: person.email, kind: "staff", subject: `Your part in running ${town}`, text };
  }, "a change of rights was not announced");
}
