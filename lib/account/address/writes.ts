import { z } from "zod";
import { claimedBy, isLinkToken, linkToken } from "@/lib/account/links";
import { emailFault, TAKEN } from "@/lib/account/rules";
import { requirePassword } from "@/lib/auth/ask-password";
import { emailKey } from "@/lib/auth/login";
import type { Requester } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { ApiError, invalidFields } from "@/lib/errors";
import { applyLimit } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { canSendMail, sendMail, sendMailLater } from "@/lib/mail/writes";
import { IdRow, isConflict, read, write } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { DAY_MS } from "@/lib/time";

/** How long (ms) the link works that confirms an address. */
const CONFIRM_MS = 7 * DAY_MS;

const Addressed = z.object({
  id: z.string(),
  handle: z.string(),
  email: z.string(),
  confirmedAt: z.number().nullable(),
  /** The address that they want instead, until it is confirmed. */
  newEmail: z.string().nullable(),
});
type Addressed = z.infer<typeof Addressed>;

/** Sends a link to somebody who has just signed up, if this town can send mail. The sign-up does not wait for it. */
export function askToConfirm(id: string): void {
  if (!canSendMail()) return;
  setImmediate(() => {
    sendConfirmation(id).catch((error: unknown) =>
      log().warn({ err: error }, "a link to confirm an address was not sent"),
    );
  });
}

/**
 * Sends the link that confirms an address once more.
 * @throws ApiError forbidden when there is nothing to confirm or no mail can be sent, too_many
 */
export async function confirmAgain(id: string): Promise<void> {
  if (!canSendMail()) throw new ApiError("forbidden", { message: "This town cannot send e-mail." });
  await applyLimit("forgotten", `address:${id}`);
  if (!(await sendConfirmation(id))) throw new ApiError("forbidden", { message: "Your address is confirmed already." });
}

/** False when there is nothing to confirm. */
async function sendConfirmation(id: string): Promise<boolean> {
  const person = await addressed(id);
  if (!person || (person.confirmedAt !== null && person.newEmail === null)) return false;
  const to = person.newEmail ?? person.email;
  const token = linkToken(confirmLink(id, to), Date.now() + CONFIRM_MS, env().BARKER_SECRET);
  // Behind the "#" it reaches neither logs nor other sites.
  const text = `Hello @${person.handle},

please confirm that this is your address. The link works for a week:

${env().BARKER_ORIGIN}${paths.confirmEmail}#${token}

If you did not ask for it, you need not do anything.`;
  await sendMail({ to, subject: "Please confirm your address for Barker", text });
  return true;
}

/**
 * Changes a person's e-mail address: at once, or where mail can be sent, when the new one is confirmed.
 * @returns whether it waits for that
 * @throws ApiError invalid, too_many
 */
export async function changeEmail(asked: Requester, email: string, password: string): Promise<{ waits: boolean }> {
  const fault = emailFault(email);
  if (fault) throw invalidFields({ email: [fault] });
  await requirePassword(asked, password, "password");
  const { personId } = asked;
  if (!canSendMail()) {
    await setAddress({ personId, email, confirmedAt: null });
    return { waits: false };
  }
  const given = { personId, email, emailKey: emailKey(email) };
  const [wanted] = await write("account/want_email", given, IdRow);
  if (!wanted) throw invalidFields({ email: [TAKEN.email] });
  await confirmAgain(personId);
  return { waits: true };
}

/**
 * Confirms an address with the token of a link; a new one replaces the old one, which is told.
 * @returns the address
 * @throws ApiError invalid when the link is not good (any more), or somebody else took the address meanwhile
 */
export async function confirmAddress(token: string): Promise<string> {
  const id = claimedBy(token, Date.now());
  const person = id === null ? null : await addressed(id);
  const fits = (email: string) => person && isLinkToken(token, confirmLink(person.id, email), env().BARKER_SECRET);
  const email = [person?.newEmail, person?.email].find((one) => typeof one === "string" && fits(one));
  if (!person || !email) {
    throw new ApiError("invalid", { message: "This link is too old, or for another address. Ask for a new one." });
  }
  await setAddress({ personId: person.id, email, confirmedAt: Date.now() });
  if (emailKey(email) !== emailKey(person.email)) tellOldAddress(person, email);
  return email;
}

async function setAddress(given: { personId: string; email: string; confirmedAt: number | null }): Promise<void> {
  try {
    await write("account/change_email", { ...given, emailKey: emailKey(given.email) }, IdRow);
  } catch (error) {
    throw isConflict(error) ? invalidFields({ email: [TAKEN.email] }) : error;
  }
}

function tellOldAddress({ handle, email: to }: Addressed, email: string): void {
  const text = `Hello @${handle},

the address of your account is ${email} from now on. Mails to you go there, and not here any more.

If it was not you, somebody else knows your password. Write to the people who run this town:

${env().BARKER_ORIGIN}${paths.about}`;
  sendMailLater({ to, subject: "Your address for Barker was changed", text }, "a changed address was not announced");
}

/**
 * Sends a mail to somebody's own address, to see that mails arrive.
 * @returns the address
 * @throws ApiError forbidden when no mail can be sent, or they have no address; away when the mail server does not take it
 */
export async function sendTestMail(id: string): Promise<string> {
  const person = await addressed(id);
  if (!canSendMail() || !person) throw new ApiError("forbidden", { message: "This town cannot send e-mail to you." });
  const text = `Hello @${person.handle},\n\nthis mail shows that your town can send mails:\n\n${env().BARKER_ORIGIN}`;
  await sendMail({ to: person.email, subject: "A mail from your town", text }).catch((error: unknown) => {
    const message = `The mail server did not take it: ${error instanceof Error ? error.message : "no answer"}`;
    throw new ApiError("away", { message, cause: error });
  });
  return person.email;
}

/** Addresses are compared in the form in which they are unique. */
function confirmLink(id: string, email: string) {
  return { purpose: "e-mail address", id, bound: emailKey(email) } as const;
}

async function addressed(id: string): Promise<Addressed | null> {
  return (await read("account/addressed", { id }, Addressed))[0] ?? null;
}
