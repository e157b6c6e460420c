import { z } from "zod";
import { applicantRow } from "@/lib/applicants/reads";
import { forgetTokens } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { canSendMail, sendMailLater } from "@/lib/mail/writes";
import { write } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";
import { townName } from "@/lib/settings/reads";

const Answered = z.object({ handle: z.string(), email: z.string(), hashes: z.array(z.string()) });

/**
 * Lets somebody in who asked to join: they are a person from now on, and the tokens of their apps open.
 * @returns their handle, or null when there is no such request any more
 */
export async function approve(actor: StaffActor, id: string): Promise<string | null> {
  const [answered] = await write("applicants/approve", { id, entry: await entryOf(actor, id, "let in") }, Answered);
  if (!answered) return null;
  await forgetTokens(answered.hashes);
  tell(answered, "Welcome to", `you were let in. Sign in and say hello:\n\n${env().BARKER_ORIGIN}${paths.signIn()}`);
  return answered.handle;
}

/**
 * Declines a request to join, and deletes all that it has. Its handle and its address are free again.
 * @returns the handle, or null when there is no such request any more
 */
export async function reject(actor: StaffActor, id: string): Promise<string | null> {
  const [answered] = await write("applicants/reject", { id, entry: await entryOf(actor, id, "declined") }, Answered);
  if (!answered) return null;
  await forgetTokens(answered.hashes);
  tell(answered, "Your request to join", "your request was declined, and everything that you sent with it is deleted.");
  return answered.handle;
}

/** What the staff log notes, with the handle of the request; without one if there is no such request any more. */
async function entryOf(actor: StaffActor, id: string, note: string) {
  const row = await applicantRow(id);
  return logEntry(actor, "signup", { whom: row && { id, handle: row.handle }, note });
}

/** After the answer, where mail can be sent. */
function tell({ handle, email: to }: z.infer<typeof Answered>, subject: string, said: string): void {
  if (!canSendMail()) return;
  const text = `Hello @${handle},\n\n${said}`;
  const make = async () => ({ to, kind: "answer" as const, subject: `${subject} ${await townName()}`, text });
  sendMailLater(make, "an answer to a request to join was not sent");
}
