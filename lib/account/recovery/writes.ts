import { z } from "zod";
import { sendConfirmation } from "@/lib/account/address/writes";
import { claimedBy } from "@/lib/account/links";
import { tellPasswordChanged } from "@/lib/account/notices";
import { RESET_MS, resetToken, resetWayOf, type ResetWay } from "@/lib/account/recovery/tokens";
import { GUESSABLE, passwordFault } from "@/lib/account/rules";
import { isGuessable } from "@/lib/account/guessable";
import { loginKey } from "@/lib/auth/login";
import { digest, hashPassword } from "@/lib/auth/secrets";
import { endSessions } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { ApiError, invalidFields } from "@/lib/errors";
import { applyLimit } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { canSendMail, sendMail } from "@/lib/mail/writes";
import { read, write, IdRow } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";
import { townName } from "@/lib/settings/reads";

const Recoverable = z.object({
  id: z.string(),
  handle: z.string(),
  email: z.string().nullable(),
  passwordHash: z.string().nullable(),
});

/**
 * Sends a link to a new password to the person with this handle or e-mail address, if there is one; to somebody who waits
 * to be let in, the link that confirms their address. Whoever asks learns nothing about that: neither from the answer nor
 * from how long it takes.
 * @throws ApiError forbidden when this town cannot send mail, too_many
 */
export async function sendResetLink(login: string): Promise<void> {
  if (!canSendMail()) throw new ApiError("forbidden", { message: "This town cannot send e-mail." });
  const key = loginKey(login);
  await applyLimit("forgotten", digest(key));
  setImmediate(() => {
    mailLink(key).catch((error: unknown) => log().warn({ err: error }, "a link to a new password was not sent"));
  });
}

async function mailLink(key: string): Promise<void> {
  const person = await recoverable({ key });
  const [waiting] = person ? [] : await read("applicants/by_login", { key }, IdRow);
  if (waiting) await sendConfirmation(waiting.id);
  if (!person?.email) return;
  const link = linkFor(person, "mail");
  const text = `Hello @${person.handle},

somebody, hopefully you, asked for a new password for your account. This link sets one. It works once, for an hour:

${link}

If it was not you, you need not do anything: your password stays as it is.`;
  await sendMail({ to: person.email, kind: "reset", subject: `A new password for ${await townName()}`, text });
}

/** A link to a new password for the operator to hand on, which the log notes; null when there is no such person. */
export async function resetLinkOf(actor: StaffActor, handle: string): Promise<string | null> {
  const person = await recoverable({ key: loginKey(handle) });
  if (!person) return null;
  const entry = logEntry(actor, "password", { whom: person });
  await write("staff/note_about", { personId: person.id, entry }, IdRow);
  return linkFor(person, "operator");
}

function linkFor(person: z.infer<typeof Recoverable>, way: ResetWay): string {
  const token = resetToken(person, way, Date.now() + RESET_MS, env().BARKER_SECRET);
  // Behind the "#" it reaches neither logs nor other sites.
  return `${env().BARKER_ORIGIN}${paths.newPassword}#${token}`;
}

/**
 * Sets a new password with the token of a link, signs out everywhere, and ends a change of the address that waits. A link
 * that was mailed confirms the address to which it was sent.
 * @throws ApiError invalid, also when the link was used or is too old
 */
export async function resetPassword(token: string, password: string): Promise<void> {
  const fault = passwordFault(password);
  if (fault) throw invalidFields({ password: [fault] });
  const id = claimedBy(token, Date.now());
  const person = id === null ? null : await recoverable({ id });
  const way = person && resetWayOf(token, person, env().BARKER_SECRET);
  if (!person || !way)
    throw new ApiError("invalid", { message: "This link was used already, or is too old. Ask for a new one." });
  if (await isGuessable(password, [person.handle, person.email ?? "", await townName()]))
    throw invalidFields({ password: [GUESSABLE] });
  const { id: personId, passwordHash: before, email } = person;
  const [at, passwordHash] = [Date.now(), await hashPassword(password)];
  const change = { personId, passwordHash, before, email, at, confirmedAt: way === "mail" ? at : null };
  // Of two that use the same link at once, one is too late.
  const [changed] = await write("account/replace_password", change, IdRow);
  if (!changed) throw new ApiError("invalid", { message: "This link was used already. Ask for a new one." });
  await endSessions(person.id);
  if (person.email) tellPasswordChanged({ handle: person.handle, email: person.email }, "link");
}

async function recoverable(by: { key: string } | { id: string }): Promise<z.infer<typeof Recoverable> | null> {
  const [row] = await read("account/recoverable", { key: null, id: null, ...by }, Recoverable);
  return row ?? null;
}
