import { sealSession } from "@/lib/auth/cookie";
import { rememberDevice } from "@/lib/auth/devices";
import { startSession } from "@/lib/auth/writes";

/**
 * The cookies that sign somebody in on our pages, for sign-ins that do not go through next-auth.
 * @param twoFactor whether they signed in with two factors
 */
export async function signInCookies(personId: string, request: Headers, twoFactor: boolean): Promise<Headers> {
  const headers = new Headers();
  const claims = await startSession(personId, request.get("user-agent"), twoFactor);
  headers.append("set-cookie", await sealSession(claims));
  headers.append("set-cookie", await rememberDevice(request.get("cookie"), personId));
  return headers;
}
