import { z } from "zod";
import { confirmMail, movedMail, takenMail, wantedMail } from "@/lib/account/address/view";
import { claimedBy, isLinkToken, linkToken } from "@/lib/account/links";
import { isEmailTaken } from "@/lib/account/reads";
import { CONFIRM_MS, domainFault, emailFault, TAKEN } from "@/lib/account/rules";
import { requirePassword } from "@/lib/auth/ask-password";
import { emailKey } from "@/lib/auth/login";
import type { Requester } from "@/lib/auth/schema";
import { forgetTokens } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { ApiError, invalidFields } from "@/lib/errors";
import { applyLimit } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { canSendMail, sendMail, sendMailLater } from "@/lib/mail/writes";
import { MailAddressError } from "@/lib/mail/rules";
import { IdRow, isConflict, read, write } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { townName, townSettings } from "@/lib/settings/reads";

const Addressed = z.object({
  id: z.string(),
  handle: z.string(),
  email: z.string(),
  confirmedAt: z.number().nullable(),
  /** The address that they want instead, until it is confirmed. */
  newEmail: z.string().nullable(),
  passwordHash: z.string().nullable(),
  /** Whether they are not in yet. */
  waits: z.boolean(),
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
 * @throws ApiError forbidden when there is nothing to confirm or no mail can be sent, too_many; away when the mail server
 *   does not take it
 */
export async function confirmAgain(id: string): Promise<void> {
  if (!canSendMail()) throw new ApiError("forbidden", { message: "This town cannot send e-mail." });
  await applyLimit("forgotten", `address:${id}`);
  if (!(await sendConfirmation(id).catch(notSent)))
    throw new ApiError("forbidden", { message: "Your address is confirmed already." });
}

/**
 * Sends the link that confirms an address. Whoever has the address already gets a word instead of the link.
 * @returns false when there is nothing to confirm
 */
export async function sendConfirmation(id: string): Promise<boolean> {
  const person = await addressed(id);
  if (!person || (person.confirmedAt !== null && person.newEmail === null)) return false;
  const to = person.newEmail ?? person.email;
  const isTaken = isOther(to, person) && (await isEmailTaken(to));
  const token = linkToken(confirmLink(person, to), Date.now() + CONFIRM_MS, env().BARKER_SECRET);
  // Behind the "#" it reaches neither logs nor other sites.
  const link = `${env().BARKER_ORIGIN}${paths.confirmEmail}#${token}`;
  const [town, origin] = [await townName(), env().BARKER_ORIGIN];
  const { handle } = person;
  await sendMail({
    to,
    kind: "confirm",
    ...(isTaken ? takenMail({ origin, town }) : confirmMail({ handle, link, town })),
  });
  return true;
}

/**
 * Changes a person's e-mail address: at once, or where mail can be sent, when the new one is confirmed; the old one is told
 * at once. Where mail can be sent, whoever asks does not learn whether somebody has the address.
 * @returns whether it waits for that
 * @throws ApiError invalid, too_many; conflict when the password was changed meanwhile; away when the mail server does not
 *   take the link
 */
export async function changeEmail(asked: Requester, email: string, password: string): Promise<{ waits: boolean }> {
  const fault = emailFault(email) ?? domainFault(email, await townSettings());
  if (fault) throw invalidFields({ email: [fault] });
  const { personId } = asked;
  // Read before the password is checked, so that what is stored belongs to the password that was given.
  const person = await addressed(personId);
  await requirePassword(asked, password, "password");
  if (!person) throw new ApiError("unauthorized");
  await applyLimit("forgotten", `address:${personId}`);
  if (!canSendMail()) {
    if (!(await setAddress(person, email, null))) throw new ApiError("conflict");
    return { waits: false };
  }
  const { passwordHash } = person;
  const [wanted] = await write("account/want_email", { personId, passwordHash, email }, IdRow);
  if (!wanted) throw new ApiError("conflict");
  if (isOther(email, person)) {
    const change = { handle: person.handle, email, origin: env().BARKER_ORIGIN };
    const make = async () => ({
      to: person.email,
      kind: "address" as const,
      ...wantedMail({ ...change, town: await townName() }),
    });
    sendMailLater(make, "a change of an address was not announced");
  }
  await sendConfirmation(personId).catch(notSent);
  return { waits: true };
}

const Entered = IdRow.extend({ hashes: z.array(z.string()), hostId: z.string().nullable() });

/** What came of a link that confirms an address. */
interface AddressConfirmed {
  email: string;
  personId: string;
  /** Whether they came in with it. */
  entered: boolean;
  /** Whom they follow because of the invitation that they came with. */
  hostId: string | null;
}

/**
 * Confirms an address with the token of a link; a new one replaces the old one, which is told. Whoever waited for nothing
 * else is in then.
 * @throws ApiError invalid when the link is not good (any more), the town does not take the address, or somebody else took
 *   it meanwhile
 */
export async function confirmAddress(token: string): Promise<AddressConfirmed> {
  const id = claimedBy(token, Date.now());
  const person = id === null ? null : await addressed(id);
  const fits = (email: string) => person && isLinkToken(token, confirmLink(person, email), env().BARKER_SECRET);
  const email = [person?.newEmail, person?.email].find((one) => typeof one === "string" && fits(one));
  if (!person || !email) throw tooOld();
  const isNew = isOther(email, person);
  const fault = isNew || person.waits ? domainFault(email, await townSettings()) : null;
  if (fault) throw invalidFields({ email: [fault] });
  if (!(await setAddress(person, email, Date.now()))) throw tooOld();
  if (isNew) {
    const change = { handle: person.handle, email, origin: env().BARKER_ORIGIN };
    const make = async () => ({
      to: person.email,
      kind: "address" as const,
      ...movedMail({ ...change, town: await townName() }),
    });
    sendMailLater(make, "a changed address was not announced");
  }
  const [entered] = person.waits ? await write("applicants/enter", { personId: person.id }, Entered) : [];
  if (entered) await forgetTokens(entered.hashes);
  return { email, personId: person.id, entered: entered !== undefined, hostId: entered?.hostId ?? null };
}

function notSent(cause: unknown): never {
  throw new ApiError("away", { message: "The mail could not be sent. Please try again later.", cause });
}

function tooOld(): ApiError {
  return new ApiError("invalid", { message: "This link is too old, or for another address. Ask for a new one." });
}

/** @returns false when the password is not the one any more that was read with the person */
async function setAddress(person: Addressed, email: string, confirmedAt: number | null): Promise<boolean> {
  const { id: personId, passwordHash } = person;
  const given = { personId, passwordHash, email, emailKey: emailKey(email), confirmedAt };
  try {
    return (await write("account/change_email", given, IdRow)).length > 0;
  } catch (error) {
    throw isConflict(error) ? invalidFields({ email: [TAKEN.email] }) : error;
  }
}

/**
 * Sends a mail to somebody's own address, to see that mails arrive.
 * @returns the address
 * @throws ApiError forbidden when no mail can be sent, or they have no address; away when the mail server does not take it
 */
export async function sendTestMail(id: string): Promise<string> {
  const person = await addressed(id);
  if (!canSendMail() || !person) throw new ApiError("forbidden", { message: "This town cannot send e-mail to you." });
  const town = await townName();
  const text = `Hello @${person.handle},\n\nthis mail shows that ${town} can send mails:\n\n${env().BARKER_ORIGIN}`;
  const mail = { to: person.email, kind: "test", subject: `A mail from ${town}`, text } as const;
  await sendMail(mail).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : "no answer";
    const message = error instanceof MailAddressError ? said : `The mail server did not take it: ${said}`;
    throw new ApiError("away", { message, cause: error });
  });
  return person.email;
}

/** Whether an address is not the present one of somebody, in another spelling either. */
function isOther(email: string, person: Addressed): boolean {
  return emailKey(email) !== emailKey(person.email);
}

/** Bound to the password too, so that a new one ends it. Addresses are compared in the form in which they are unique. */
function confirmLink({ id, passwordHash }: Addressed, email: string) {
  return { purpose: "e-mail address", id, bound: `${passwordHash ?? ""}\n${emailKey(email)}` } as const;
}

async function addressed(id: string): Promise<Addressed | null> {
  return (await read("account/addressed", { id }, Addressed))[0] ?? null;
}
