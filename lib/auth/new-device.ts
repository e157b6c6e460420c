import { agentName } from "@/lib/auth/agent";
import { isKnownDevice } from "@/lib/auth/devices";
import { addressOfPerson } from "@/lib/auth/reads";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { canSendMail, sendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";

/**
 * Tells somebody by mail that they signed in with a browser in which they never did before, where mail can be sent. The
 * sign-in does not wait for it. Of the browser only its name is told, and not where it is.
 * @param request the headers of the sign-in, before the browser is remembered
 */
export function tellNewDevice(personId: string, request: Headers): void {
  if (!canSendMail()) return;
  const [cookie, agent] = [request.get("cookie"), request.get("user-agent")];
  setImmediate(() => {
    mail(personId, cookie, agent).catch((error: unknown) =>
      log().warn({ err: error }, "a sign-in with a new device was not announced"),
    );
  });
}

async function mail(personId: string, cookie: string | null, agent: string | null): Promise<void> {
  if (await isKnownDevice(cookie, personId)) return;
  const address = await addressOfPerson(personId);
  if (!address) return;
  const text = `Hello @${address.handle},

somebody, hopefully you, signed in to your account just now with ${agentName(agent)}, in which you had not signed in before.

If it was not you, sign that browser out and change your password:

${env().BARKER_ORIGIN}${paths.sessionSettings}`;
  await sendMail({ to: address.email, kind: "security", subject: "A new sign-in to your account", text });
}
