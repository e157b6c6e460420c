import { z } from "zod";
import { registrationOptions } from "@/lib/auth/passkeys/writes";
import { onlyOurPages } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "What a browser needs to make a passkey (PublicKeyCredentialCreationOptionsJSON)",
    auth: "user",
    scope: "write",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  async ({ viewer, identity }) => {
    onlyOurPages(identity);
    return registrationOptions(viewer);
  },
);
