import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { rememberDevice } from "@/lib/auth/devices";
import { tellNewDevice } from "@/lib/auth/new-device";
import { authOptions } from "@/lib/auth/options";
import { ApiError } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The endpoints of next-auth that our pages use. Its own pages are disabled, since they duplicate ours and fail on junk. */
const ASKED = new Set(["GET csrf", "POST callback/credentials", "POST callback/demo", "POST signout"]);

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!ASKED.has(`${request.method} ${nextauth.join("/")}`)) return errorResponse(new ApiError("not_found"), request);
  const signedIn: string[] = [];
  const { headers } = request;
  const options = authOptions({ headers, onSignIn: (personId) => signedIn.push(personId) });
  const response: Response = await NextAuth(request, context, options);
  for (const personId of signedIn) {
    tellNewDevice(personId, headers);
    response.headers.append("set-cookie", await rememberDevice(headers.get("cookie"), personId));
  }
  return response;
}

export { handler as GET, handler as POST };
