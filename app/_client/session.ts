import { failures } from "@/app/_words/failures";

/**
 * The outcome of signing in; the codes are next-auth's and ours. `leavesAt` (Unix ms): a pending deletion can be undone.
 * `waiting`: a request to join has not been answered yet. `two_factor`: the password is right, and a code is needed. `ticket`: the account is closed; with it they read why.
 */
export type SignInResult =
  | ("ok" | "wrong" | "too_many" | "away" | "waiting" | "two_factor" | "wrong_code" | "too_many_codes")
  | { leavesAt: number }
  | { ticket: string };

interface Given {
  login: string;
  password: string;
  /** "yes" to cancel the pending deletion of the account. */
  return?: string;
  /** The second factor. */
  code?: string;
}

const RESULTS: Record<string, SignInResult> = {
  CredentialsSignin: "wrong",
  too_many_attempts: "too_many",
  waiting: "waiting",
  two_factor: "two_factor",
  wrong_code: "wrong_code",
  too_many_codes: "too_many_codes",
};

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  return fetch(path, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, json: "true" }),
  });
}

/** Signs in with a handle or an e-mail address and a password, or (without) as the demo's visitor. */
export async function signIn(given?: Given): Promise<SignInResult> {
  try {
    const response = await post(`/api/auth/callback/${given ? "credentials" : "demo"}`, { ...given });
    if (response.ok) return "ok";
    const { url } = (await response.json()) as { url?: string };
    const code = url && URL.canParse(url) ? new URL(url).searchParams.get("error") : null;
    const leavesAt = Number(/^leaving:(\d+)$/.exec(code ?? "")?.[1]);
    const ticket = /^closed:(.+)$/.exec(code ?? "")?.[1];
    if (ticket !== undefined) return { ticket };
    return leavesAt ? { leavesAt } : (RESULTS[code ?? ""] ?? "away");
  } catch {
    return "away";
  }
}

/** Ends this device's session. @returns a sentence when that failed */
export async function signOut(): Promise<string | null> {
  try {
    const response = await post("/api/auth/signout", {});
    if (response.ok) return null;
  } catch {
    // Treated like a refusal by the server.
  }
  return failures.notSignedOut;
}
