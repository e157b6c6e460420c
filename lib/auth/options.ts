import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { DEMO_HANDLE, demoOpenTo } from "@/lib/auth/demo";
import { demoPerson } from "@/lib/auth/reads";
import { signIn } from "@/lib/auth/sign-in";
import { endSession, startSession } from "@/lib/auth/writes";
import { SessionClaims } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";

/** A request to next-auth. */
interface Caller {
  headers: Headers;
  /** Called after each sign-in with a password. */
  onSignIn: (personId: string) => void;
}

/** next-auth's settings: sign-in by handle or e-mail and password, and the demo's without one. */
export const authOptions = (caller: Caller): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn(), error: paths.signIn() },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { login: {}, password: {}, return: {}, code: {} },
      authorize: async (sent) => {
        const { login = "", password = "", code = "" } = sent ?? {};
        const entered = await signIn({ login, password, code, returns: sent?.return === "yes" }, caller.headers);
        if (entered) caller.onSignIn(entered.id);
        return entered;
      },
    }),
    CredentialsProvider({
      id: "demo",
      credentials: {},
      authorize: async () => (demoOpenTo(caller.headers) ? toVisitor(await demoPerson(DEMO_HANDLE)) : null),
    }),
  ],
  callbacks: {
    // `user` is present at sign-in only; afterwards the token carries the claims.
    jwt: async ({ token, user }) =>
      user ? { ...(await startSession(user.id, caller.headers.get("user-agent"), user.twoFactor)) } : token,
  },
  events: {
    signOut: async ({ token }) => {
      const claims = SessionClaims.safeParse(token);
      if (claims.success) await endSession(claims.data.sub, claims.data.sid);
    },
  },
});

function toVisitor(id: string | null): User | null {
  return id === null ? null : { id, twoFactor: false };
}
