import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieValue, isSecure } from "@/lib/auth/cookie";
import { env } from "@/lib/env";

/** How long a browser is known after somebody signed in there, in seconds. */
const SECONDS = 365 * 24 * 60 * 60;
/** Of how many people a browser is known; the last who signed in count. */
const MOST = 10;
const SALT = "barker-device";

const Device = z.object({ device: z.string(), people: z.array(z.string()) });
type Device = z.infer<typeof Device>;

/**
 * What a sign-in with a password is counted by when it fails. A browser where somebody signed in before counts for
 * itself, so that strangers who guess cannot lock the owner out. A handle and an e-mail address are two keys: with
 * one, a stranger could find out that they belong together.
 * @param personId whose the login is, or null for nobody's
 */
export async function triesBy(
  { personId, login }: { personId: string | null; login: string },
  { cookie, address }: { cookie: string | null; address: string },
): Promise<string[]> {
  const known = await openDevice(cookie);
  if (known && personId !== null && known.people.includes(personId)) return [`device:${known.device}:${personId}`];
  return [`address:${address}`, `login:${login}`];
}

/** A `Set-Cookie` value by which this browser is known as one where somebody signed in. It outlives signing out. */
export async function rememberDevice(cookieHeader: string | null, personId: string): Promise<string> {
  const known = await openDevice(cookieHeader);
  const people = [personId, ...(known?.people ?? []).filter((id) => id !== personId)].slice(0, MOST);
  const claims: Device = { device: known?.device ?? randomUUID(), people };
  const token = await encode({ token: claims, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: SECONDS });
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName()}=${token}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}${secure}`;
}

async function openDevice(cookieHeader: string | null): Promise<Device | null> {
  const cookie = cookieValue(cookieHeader, cookieName());
  if (cookie === null) return null;
  try {
    return Device.parse(await decode({ token: cookie, secret: env().NEXTAUTH_SECRET, salt: SALT }));
  } catch {
    return null;
  }
}

function cookieName(): string {
  return isSecure() ? "__Secure-barker-device" : "barker-device";
}
