import { env } from "@/lib/env";
import { sendMailLater, canSendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";
import { townName } from "@/lib/settings/reads";
import { strikeAddressee } from "@/lib/strikes/reads";
import { closesAccount } from "@/lib/strikes/rules";
import type { Measure } from "@/lib/strikes/schema";

/**
 * Tells somebody by mail that a measure was taken against them, with what the staff wrote about it and where they can
 * appeal, after the answer, where mail can be sent. Whoever seldom looks in would miss the time for it otherwise.
 */
export function tellMeasure(personId: string, measure: Measure, text: string): void {
  // Who cannot sign in any more reads it where they try to.
  const page = closesAccount(measure) ? paths.signIn() : paths.strikeSettings;
  const why = text === "" ? "They gave no further reason." : text;
  tell(
    personId,
    `have something to tell you about your account:\n\n${why}\n\nHere you read what was done, and can say within twenty days why you think that it is wrong:`,
    page,
  );
}

/** Tells somebody by mail that their appeal was answered. */
export function tellAnswer(personId: string, text: string): void {
  const answer = text === "" ? "" : `\n\n${text}`;
  tell(
    personId,
    `have answered your appeal.${answer}\n\nHere you read what it means for your account:`,
    paths.strikeSettings,
  );
}

function tell(personId: string, said: string, page: string): void {
  if (!canSendMail()) return;
  sendMailLater(async () => {
    const [addressee, town] = await Promise.all([strikeAddressee(personId), townName()]);
    if (!addressee) return null;
    const { handle, email: to } = addressee;
    const text = `Hello @${handle},\n\nthe people who run ${town} ${said}\n\n${env().BARKER_ORIGIN}${page}`;
    return { to, kind: "measure", subject: `About your account in ${town}`, text };
  }, "a measure was not announced by mail");
}
