import type { TwoFactorRow } from "@/lib/auth/two-factor/schema";
import { env } from "@/lib/env";
import { canSendMail, sendMailLater } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";

const ELSE = "If it was not you, somebody else is signed in to your account. Sign them out and change your password:";

const MAILS = {
  on: {
    page: paths.sessionSettings,
    subject: "Two-factor sign-in was turned on",
    text: `two-factor sign-in was turned on for your account just now: signing in with the password needs a code as well.\n\n${ELSE}`,
  },
  off: {
    page: paths.sessionSettings,
    subject: "Two-factor sign-in was turned off",
    text: `two-factor sign-in was turned off for your account just now: the password is enough to sign in.\n\n${ELSE}`,
  },
  codes: {
    page: paths.sessionSettings,
    subject: "You have new recovery codes",
    text: `new recovery codes were made for your account just now, and the old ones no longer work.\n\n${ELSE}`,
  },
  guesses: {
    page: paths.passwordSettings,
    subject: "Somebody tried to sign in as you",
    text: "somebody who knows your password tried many codes to sign in to your account just now, and none was right. If it was not you, change your password:",
  },
  operator: {
    page: paths.passwordSettings,
    subject: "Two-factor sign-in was turned off",
    text: "the people who run your town turned off two-factor sign-in for your account just now, and signed you out everywhere. The password is enough to sign in.\n\nIf you did not ask them to, write to them. You can turn it on again here:",
  },
} as const;

/** Tells somebody by mail what happened to their two-factor sign-in, after the answer, where mail can be sent. */
export function tellTwoFactor(person: Pick<TwoFactorRow, "handle" | "email"> | null, what: keyof typeof MAILS): void {
  if (!person?.email || !canSendMail()) return;
  const { page, subject, text } = MAILS[what];
  const body = `Hello @${person.handle},\n\n${text}\n\n${env().BARKER_ORIGIN}${page}`;
  const mail = { to: person.email, kind: "security", subject, text: body } as const;
  sendMailLater(() => mail, "a change of two-factor sign-in was not announced");
}
