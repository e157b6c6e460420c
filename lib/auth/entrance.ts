import { sealSession } from "@/lib/auth/cookie";
import { rememberDevice } from "@/lib/auth/devices";
import { startSession } from "@/lib/auth/writes";

/** The cookies that sign somebody in on our pages, for sign-ins that do not go through next-auth. */
export async function signInCookies(personId: string, request: Headers): Promise<Headers> {
  const headers = new Headers();
  headers.append("set-cookie", await sealSession(await startSession(personId, request.get("user-agent"))));
  headers.append("set-cookie", await rememberDevice(request.get("cookie"), personId));
  return headers;
}
