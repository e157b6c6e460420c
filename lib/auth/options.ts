import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { authenticate, demoPerson } from "@/lib/auth/reads";
import { comeBack, endSession, startSession } from "@/lib/auth/writes";
import { SessionClaims } from "@/lib/auth/schema";
import { demoAvailable, env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { applyLimit } from "@/lib/http/limits";
import { paths } from "@/lib/paths";

/** The demo town's visitor. */
export const DEMO_HANDLE = "maple";

/** Where a sign-in comes from. */
interface Caller {
  address: string;
  userAgent: string | null;
}

/** next-auth's settings: sign-in by handle or e-mail and password, and the demo's without one. */
export const authOptions = ({ address, userAgent }: Caller): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn(), error: paths.signIn() },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { login: {}, password: {}, return: {} },
      authorize: (sent) => signIn(sent?.login ?? "", sent?.password ?? "", address, sent?.return === "yes"),
    }),
    CredentialsProvider({
      id: "demo",
      credentials: {},
      authorize: async () => (demoAvailable() ? toUser(await demoPerson(DEMO_HANDLE)) : null),
    }),
  ],
  callbacks: {
    // `user` comes once, at sign-in; afterwards the token carries the claims on.
    jwt: async ({ token, user }) => (user ? { ...(await startSession(user.id, userAgent)) } : token),
  },
  events: {
    signOut: async ({ token }) => {
      const claims = SessionClaims.safeParse(token);
      if (claims.success) await endSession(claims.data.sub, claims.data.sid);
    },
  },
});

/** Guessing is slow: per address, and per account whoever guesses. */
async function signIn(login: string, password: string, address: string, returns: boolean): Promise<User | null> {
  if (login.length > 320 || password.length > 1_000) return null;
  try {
    await applyLimit("signIn", `address:${address}`);
    await applyLimit("signIn", `login:${login.trim().replace(/^@/, "").toLowerCase()}`);
  } catch (error) {
    // next-auth puts an error's message into its answer; these are the codes our form knows.
    if (error instanceof ApiError)
      throw new Error(error.code === "too_many" ? "too_many_attempts" : "away", { cause: error });
    throw error;
  }
  const person = await authenticate(login, password);
  if (person?.leavesAt) {
    // Who asked to be deleted is asked, in the form, whether to come back.
    if (!returns) throw new Error(`leaving:${person.leavesAt}`);
    if (!(await comeBack(person.id))) return null;
  }
  return toUser(person?.id ?? null);
}

function toUser(id: string | null): User | null {
  return id === null ? null : { id };
}
