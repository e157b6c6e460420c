import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { read } from "@/lib/neo4j";
import { BarkDefaults, PersonRow, type CredentialAccount } from "@/lib/people/schema";
import { toCredentialAccount } from "@/lib/people/view";

const Own = z.object({ person: PersonRow, defaults: BarkDefaults, requests: z.number() });

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
  passkeys: z.number(),
  sessions: z.number(),
  apps: z.number(),
});
export type AccountFacts = z.infer<typeof Facts>;

/** What the settings page shows of an account, to its owner only. `passwordAt` in Unix ms, null when never changed. */
export async function accountFacts(personId: string): Promise<AccountFacts> {
  const [facts] = await read("account/facts", { personId }, Facts);
  if (!facts) throw new ApiError("unauthorized");
  return facts;
}
