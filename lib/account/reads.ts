import { z } from "zod";
import { refusalsOn } from "@/lib/account/cache";
import { TAKEN, wrongHandle } from "@/lib/account/rules";
import type { HandleAvailability } from "@/lib/account/schema";
import { emailKey } from "@/lib/auth/login";
import { ApiError, type FieldFaults } from "@/lib/errors";
import { read } from "@/lib/neo4j";
import { BarkDefaults, PersonRow, type CredentialAccount } from "@/lib/people/schema";
import { handleKey, lookKey } from "@/lib/people/rules";
import { toCredentialAccount } from "@/lib/people/view";
import { StaffRow } from "@/lib/staff/schema";
import { DAY_MS } from "@/lib/time";

const Own = z.object({ person: PersonRow, defaults: BarkDefaults, requests: z.number(), staff: StaffRow });

/** The viewer's own account, with its private fields. */
export async function ownAccount(personId: string): Promise<CredentialAccount> {
  const { person, ...more } = await own(personId);
  return toCredentialAccount(person, more);
}

/** The defaults for a new bark of the viewer. */
export async function barkDefaults(personId: string): Promise<BarkDefaults> {
  return (await own(personId)).defaults;
}

async function own(personId: string): Promise<z.infer<typeof Own>> {
  const [row] = await read("account/own", { personId }, Own);
  if (!row) throw new ApiError("unauthorized");
  return row;
}

const Facts = z.object({
  handle: z.string(),
  email: z.string().nullable(),
  hasPassword: z.boolean(),
  passwordAt: z.number().nullable(),
  confirmedAt: z.number().nullable(),
  newEmail: z.string().nullable(),
  weekly: z.boolean(),
  passkeys: z.number(),
  sessions: z.number(),
  apps: z.number(),
});
export type AccountFacts = z.infer<typeof Facts>;

/**
 * What the settings page shows of an account, to its owner only. Times in
 * Unix ms: when the password was changed and the address confirmed, null when never. `newEmail` waits to be confirmed,
 * `weekly`: they get the weekly mail.
 */
export async function accountFacts(personId: string): Promise<AccountFacts> {
  const [facts] = await read("account/facts", { personId }, Facts);
  if (!facts) throw new ApiError("unauthorized");
  return facts;
}

const Alike = z.object({ alike: z.boolean() });
const Taken = z.object({ handle: z.boolean(), email: z.boolean() });

export interface Names {
  handleKey: string;
  lookKey: string;
  emailKey: string;
}

/** Which of these names somebody has, as errors of a form; null when both can be had. */
export async function takenFaults(names: Names): Promise<FieldFaults | null> {
  const [taken] = await read("account/taken", { ...names, now: Date.now() }, Taken);
  const handle = taken?.handle ? TAKEN.handle : (await hasLookAlike(names.lookKey, "")) ? TAKEN.alike : null;
  if (!handle && !taken?.email) return null;
  return { ...(handle && { username: [handle] }), ...(taken?.email && { email: [TAKEN.email] }) };
}

/** Whether there is an account with this e-mail address. */
export async function isEmailTaken(email: string): Promise<boolean> {
  const [taken] = await read("account/taken", { handleKey: "", emailKey: emailKey(email), now: Date.now() }, Taken);
  return taken?.email === true;
}

/** Whether another person has a look-alike handle. This is not atomic: two people may get similar ones at the same time. */
export async function hasLookAlike(look: string, personId: string): Promise<boolean> {
  const [row] = await read("account/alike", { lookKey: look, personId }, Alike);
  return row?.alike === true;
}

/** Whether somebody who joins can have this handle (with or without the leading @). */
export async function handleAvailability(sent: string): Promise<HandleAvailability> {
  const handle = sent.trim().replace(/^@/, "");
  const wrong = wrongHandle(handle);
  if (wrong) return { available: false, reason: wrong.description };
  const taken = await takenFaults({ handleKey: handleKey(handle), lookKey: lookKey(handle), emailKey: "" });
  const [fault] = taken?.["username"] ?? [];
  return { available: fault === undefined, reason: fault?.description ?? null };
}

/** For how many days staff are shown what was refused: as in Mastodon. */
const REFUSAL_DAYS = 7;

/** The sign-ups that blocked e-mail domains refused on a day (UTC) that begins at `at` (Unix ms). */
export interface RefusedDay {
  at: number;
  byDomain: ReadonlyMap<string, number>;
}

/** The sign-ups that blocked e-mail domains refused in the last seven days, newest first. */
export async function refusedSignUps(now = Date.now()): Promise<RefusedDay[]> {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const days = Array.from({ length: REFUSAL_DAYS }, (_, ago) => today - ago * DAY_MS);
  return Promise.all(days.map(async (at) => ({ at, byDomain: await refusalsOn(at) })));
}
