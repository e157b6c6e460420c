import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { authenticate, demoSession } from "@/lib/auth/reads";
import { demoAvailable, env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { useLimit } from "@/lib/http/limits";
import { paths } from "@/lib/paths";

/** The demo town's visitor. */
export const DEMO_HANDLE = "maple";

/** next-auth's settings: sign-in by handle or e-mail and password, and the demo's without one. */
export const authOptions = (address: string): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn(), error: paths.signIn() },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { login: {}, password: {} },
      authorize: (sent) => signIn(sent?.login ?? "", sent?.password ?? "", address),
    }),
    CredentialsProvider({
      id: "demo",
      credentials: {},
      authorize: async () => (demoAvailable() ? toUser(await demoSession(DEMO_HANDLE)) : null),
    }),
  ],
  callbacks: {
    // `user` comes once, at sign-in; afterwards the token carries the claims on.
    jwt: ({ token, user }) => (user ? { sub: user.id, epoch: user.epoch } : token),
  },
});

/** Guessing is slow: per address, and per account whoever guesses. */
async function signIn(login: string, password: string, address: string): Promise<User | null> {
  if (login.length > 320 || password.length > 1_000) return null;
  try {
    await useLimit("signIn", `address:${address}`);
    await useLimit("signIn", `login:${login.trim().replace(/^@/, "").toLowerCase()}`);
  } catch (error) {
    // next-auth puts an error's message into its answer; these are the codes our form knows.
    if (error instanceof ApiError)
      throw new Error(error.code === "too_many" ? "too_many_attempts" : "away", { cause: error });
    throw error;
  }
  return toUser(await authenticate(login, password));
}

function toUser(session: { sub: string; epoch: number } | null): User | null {
  return session && { id: session.sub, epoch: session.epoch };
}
