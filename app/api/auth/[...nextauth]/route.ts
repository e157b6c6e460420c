import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { rememberDevice } from "@/lib/auth/devices";
import { authOptions } from "@/lib/auth/options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own routes: csrf, callback/credentials, callback/demo, session, signout. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const signedIn: string[] = [];
  const { headers } = request;
  const options = authOptions({ headers, onSignIn: (personId) => signedIn.push(personId) });
  const response: Response = await NextAuth(request, context, options);
  for (const personId of signedIn)
    response.headers.append("set-cookie", await rememberDevice(headers.get("cookie"), personId));
  return response;
}

export { handler as GET, handler as POST };
