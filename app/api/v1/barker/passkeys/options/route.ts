import { z } from "zod";
import { demandConfirmation } from "@/lib/auth/confirmation";
import { registrationOptions } from "@/lib/auth/passkeys/writes";
import { askedOf } from "@/lib/http/authorise";
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
    await demandConfirmation(askedOf(viewer, identity));
    return registrationOptions(viewer);
  },
);
