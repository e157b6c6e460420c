import { send, type Outcome } from "@/app/_client/api";
import type { Passkey } from "@/lib/auth/passkeys/schema";
import { failures } from "@/app/_words/failures";

const PATH = "/api/v1/barker/passkeys";

/** The outcome of using an authenticator: an answer of our API, or that the person cancelled. */
export type Touch<T> = Outcome<T> | { ok: false; cancelled: true; confirm?: undefined };

/** The browser's part of passkeys, loaded when somebody uses one. */
const library = () => import("@simplewebauthn/browser");

/** Whether this browser can use passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === "function";
}

/** Why it cannot use passkeys. */
export function noPasskeys(): string {
  return isSecureContext ? failures.noPasskeys : failures.passkeysNeedHttps;
}

/** Creates a passkey on this device and adds it to the account. */
export async function createPasskey(): Promise<Touch<Passkey>> {
  type Options = Parameters<typeof import("@simplewebauthn/browser").startRegistration>[0]["optionsJSON"];
  const options = await send<Options>(`${PATH}/options`, { method: "POST" });
  if (!options.ok) return options;
  try {
    // Some authenticators compute secrets, which may open encrypted messages, only with passkeys that were made for it.
    const extensions = { ...options.value.extensions, prf: {} };
    const credential = await (await library()).startRegistration({ optionsJSON: { ...options.value, extensions } });
    return await send<Passkey>(PATH, { method: "POST", json: { credential } });
  } catch {
    return { ok: false, cancelled: true };
  }
}

/** Signs in with a passkey of this site. `ticket`: the account is closed; with it they read why. */
export function signInWithPasskey(): Promise<Touch<{ id: string; ticket: string | null }>> {
  return touch(`${PATH}/sign-in`);
}

/** Confirms the person's identity with one of their passkeys. */
export function confirmWithPasskey(): Promise<Touch<object>> {
  return touch("/api/v1/barker/confirmation");
}

/** Uses a passkey: requests a challenge below a path, and sends the answer to it. */
async function touch<T>(path: string): Promise<Touch<T>> {
  type Options = Parameters<typeof import("@simplewebauthn/browser").startAuthentication>[0]["optionsJSON"];
  const options = await send<Options>(`${path}/options`, { method: "POST" });
  if (!options.ok) return options;
  try {
    const credential = await (await library()).startAuthentication({ optionsJSON: options.value });
    return await send<T>(path, { method: "POST", json: { credential } });
  } catch {
    return { ok: false, cancelled: true };
  }
}
