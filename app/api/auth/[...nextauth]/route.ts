import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { clientAddress } from "@/lib/http/address";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own routes: csrf, callback/credentials, callback/demo, session, signout. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(
    request,
    context,
    authOptions({ address: clientAddress(request.headers), userAgent: request.headers.get("user-agent") }),
  );
}

export { handler as GET, handler as POST };
