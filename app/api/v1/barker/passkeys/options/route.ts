import { z } from "zod";
import { requireConfirmation } from "@/lib/auth/confirmation";
import { registrationOptions } from "@/lib/auth/passkeys/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary:
      "WebAuthn options for creating a passkey (PublicKeyCredentialCreationOptionsJSON); requires a confirmation",
    auth: "session",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  async ({ viewer, identity }) => {
    await requireConfirmation(requesterOf(viewer, identity));
    return registrationOptions(viewer);
  },
);
