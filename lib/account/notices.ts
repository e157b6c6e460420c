import { env } from "@/lib/env";
import { canSendMail, sendMailLater } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";
import { townName } from "@/lib/settings/reads";

const CHANGED = {
  settings: "your password was changed just now in the settings, and you are signed out on all other devices.",
  link: "your password was changed just now with a link that was sent to you, and you are signed out on all devices.",
} as const;

const AND_THEN = {
  settings: "If it was not you, somebody else knows your password. Ask for a new one here:",
  link: "If it was not you, somebody else reads your mail. Change the password of your mail account first, then ask for a new one here:",
} as const;

/** Tells somebody by mail that their password was changed, after the answer, where mail can be sent. */
export function tellPasswordChanged(
  { handle, email }: { handle: string; email: string },
  by: "settings" | "link",
): void {
  if (!canSendMail()) return;
  const ask = `${env().BARKER_ORIGIN}${paths.forgotPassword}`;
  const text = `Hello @${handle},\n\n${CHANGED[by]}\n\n${AND_THEN[by]}\n\n${ask}`;
  const make = async () => ({
    to: email,
    kind: "security" as const,
    subject: `Your password for ${await townName()} was changed`,
    text,
  });
  sendMailLater(make, "a changed password was not announced");
}
