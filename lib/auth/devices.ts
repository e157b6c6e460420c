import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieValue, isSecure } from "@/lib/auth/cookie";
import { env } from "@/lib/env";

/** How long (s) a browser is remembered after a sign-in. */
const SECONDS = 365 * 24 * 60 * 60;
/** For how many people, the latest, a browser is remembered. */
const MOST = 10;
const SALT = "barker-device";

const Device = z.object({ device: z.string(), people: z.array(z.string()) });
type Device = z.infer<typeof Device>;

/**
 * The key under which failed sign-ins are counted. A browser where this person signed in before has a key of its own,
 * so that strangers who guess cannot lock the owner out. Handle and e-mail address are separate keys: a shared one
 * would reveal that they belong together.
 * @param personId the owner of the login, or null when there is none
 */
export async function attemptKey(
  { personId, login }: { personId: string | null; login: string },
  { cookie, address }: { cookie: string | null; address: string },
): Promise<string[]> {
  const known = await openDevice(cookie);
  if (known && personId !== null && known.people.includes(personId)) return [`device:${known.device}:${personId}`];
  return [`address:${address}`, `login:${login}`];
}

/** A `Set-Cookie` value that marks this browser as one where somebody signed in. It outlives signing out. */
export async function rememberDevice(cookieHeader: string | null, personId: string): Promise<string> {
  const known = await openDevice(cookieHeader);
  const people = [personId, ...(known?.people ?? []).filter((id) => id !== personId)].slice(0, MOST);
  const claims: Device = { device: known?.device ?? randomUUID(), people };
  const token = await encode({ token: claims, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge: SECONDS });
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName()}=${token}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}${secure}`;
}

/** Whether a person signed in before in the browser with these cookies. */
export async function isKnownDevice(cookieHeader: string | null, personId: string): Promise<boolean> {
  return (await openDevice(cookieHeader))?.people.includes(personId) === true;
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
