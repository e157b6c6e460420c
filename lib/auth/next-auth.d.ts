import "next-auth";

declare module "next-auth" {
  /** What a sign-in passes on to the session cookie. */
  interface User {
    id: string;
    /** Whether they signed in with two factors. */
    twoFactor: boolean;
  }
}
