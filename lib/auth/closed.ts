import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { closedAccountHash } from "@/lib/auth/reads";
import { digest, sameText } from "@/lib/auth/secrets";
import { env } from "@/lib/env";

/** How long (s) a ticket is good for. */
const SECONDS = 60 * 60;
const SALT = "barker-closed-account";
const Claims = z.object({ closed: z.string(), bound: z.string() });

/**
 * A ticket for somebody whose password is right and who cannot sign in, because they are suspended or staff closed their
 * account: with it they read why, and appeal; nothing else. It ends with the password, and when the account is opened again.
 */
export async function ticketFor(personId: string): Promise<string> {
  const bound = digest((await closedAccountHash(personId)) ?? "");
  return encode({ token: { closed: personId, bound }, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: SECONDS });
}

/** The person of a ticket; null when it is forged or too old, the password was changed, or the account is open again. */
export async function openTicket(ticket: string): Promise<string | null> {
  const claims = await claimsOf(ticket);
  const hash = claims && (await closedAccountHash(claims.closed));
  return claims && typeof hash === "string" && sameText(claims.bound, digest(hash)) ? claims.closed : null;
}

async function claimsOf(ticket: string): Promise<z.infer<typeof Claims> | null> {
  try {
    return Claims.parse(await decode({ token: ticket, secret: env().NEXTAUTH_SECRET, salt: SALT }));
  } catch {
    return null;
  }
}
