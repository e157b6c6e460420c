import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { read } from "@/lib/neo4j";
import { BarkDefaults, PersonRow, type CredentialAccount } from "@/lib/people/schema";
import { toCredentialAccount } from "@/lib/people/view";

const Own = z.object({ person: PersonRow, defaults: BarkDefaults, requests: z.number() });

/** The viewer's own account, with what only they may know. */
export async function ownAccount(personId: string): Promise<CredentialAccount> {
  const { person, ...more } = await own(personId);
  return toCredentialAccount(person, more);
}

/** What the viewer barks with unless they choose otherwise. */
export async function barkDefaults(personId: string): Promise<BarkDefaults> {
  return (await own(personId)).defaults;
}

async function own(personId: string): Promise<z.infer<typeof Own>> {
  const [row] = await read("account/own", { personId }, Own);
  if (!row) throw new ApiError("unauthorized");
  return row;
}
