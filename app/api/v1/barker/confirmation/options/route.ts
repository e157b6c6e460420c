import { z } from "zod";
import { optionsToConfirm } from "@/lib/auth/confirmation";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "WebAuthn options for confirming with a passkey (PublicKeyCredentialRequestOptionsJSON)",
    auth: "session",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  async ({ viewer, identity }) => {
    return optionsToConfirm(requesterOf(viewer, identity));
  },
);
