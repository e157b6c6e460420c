import { z } from "zod";
import { registrationOptions } from "@/lib/auth/passkeys/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "What a browser needs to make a passkey (PublicKeyCredentialCreationOptionsJSON)",
    auth: "session",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  ({ viewer }) => registrationOptions(viewer),
);
