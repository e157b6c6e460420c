import { z } from "zod";
import { signInOptions } from "@/lib/auth/passkeys/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "WebAuthn options for signing in with a passkey (PublicKeyCredentialRequestOptionsJSON)",
    auth: "none",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  () => signInOptions(),
);
