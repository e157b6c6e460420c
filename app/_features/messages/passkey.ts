"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
import { useCallback, useState } from "react";
import { useAct } from "@/app/_features/messages/use-messenger";
import { useToast } from "@/app/_ui/toast";

/** What an authenticator computes its secret from: the same for every passkey of this site. */
const SALT = new TextEncoder().encode("barker messages recovery 1");

const UNABLE = sentences.thisPasskeyCannotOpenMessages;

/** A passkey that was used, and the 32 bytes that only it can compute. */
export interface PasskeySecret {
  credentialId: string;
  prf: Uint8Array<ArrayBuffer>;
}

/**
 * Uses a passkey of this site and asks its authenticator for a secret (WebAuthn PRF). Nothing of it reaches the server.
 * @param allowed ids of passkeys (base64url); any passkey of this site when empty
 * @returns a sentence when it cannot do that, or null when the person cancelled
 */
export async function passkeySecret(allowed: string[]): Promise<PasskeySecret | string | null> {
  if (typeof PublicKeyCredential !== "function") return sentences.noPasskeySupport;
  const { base64URLStringToBuffer } = await import("@simplewebauthn/browser");
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        userVerification: "required",
        allowCredentials: allowed.map((id) => ({ type: "public-key", id: base64URLStringToBuffer(id) })),
        extensions: { prf: { eval: { first: SALT } } },
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return null;
    const secret = credential.getClientExtensionResults().prf?.results?.first;
    if (!secret) return UNABLE;
    const bytes = secret instanceof ArrayBuffer ? new Uint8Array(secret) : copyOf(secret);
    return bytes.length === 32 ? { credentialId: credential.id, prf: bytes } : UNABLE;
  } catch {
    return null;
  }
}

function copyOf(view: ArrayBufferView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

/** Unlocks this device with one of the passkeys that were set up for it. */
export function usePasskeyUnlock(passkeys: string[]) {
  const act = useAct();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const unlock = useCallback(async () => {
    setBusy(true);
    const secret = await passkeySecret(passkeys);
    if (secret === null) say(sentences.noPasskeyWasUsed);
    else if (typeof secret === "string") say(secret);
    else await act((messenger) => messenger.unlockWithPasskey(secret.credentialId, secret.prf));
    setBusy(false);
  }, [act, say, passkeys]);
  return { busy, unlock };
}
