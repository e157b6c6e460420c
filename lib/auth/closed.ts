import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

/** How long (s) a ticket is good for. */
const SECONDS = 60 * 60;
const SALT = "barker-closed-account";
const Claims = z.object({ closed: z.string() });

/**
 * A ticket for somebody whose password is right and who cannot sign in, because they are suspended or staff closed their
 * account: with it they read why, and appeal; nothing else.
 */
export function ticketFor(personId: string): Promise<string> {
  return encode({ token: { closed: personId }, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: SECONDS });
}

/** The person of a ticket; null when it is forged or too old. */
export async function openTicket(ticket: string): Promise<string | null> {
  try {
    return Claims.parse(await decode({ token: ticket, secret: env().NEXTAUTH_SECRET, salt: SALT })).closed;
  } catch {
    return null;
  }
}
