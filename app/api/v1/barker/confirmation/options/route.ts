import { z } from "zod";
import { optionsToConfirm } from "@/lib/auth/confirmation";
import { askedOf, onlyOurPages } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "What a browser needs to confirm with a passkey (PublicKeyCredentialRequestOptionsJSON)",
    auth: "user",
    scope: "write",
    answers: z.record(z.string(), z.unknown()),
    limit: "passkey",
  },
  async ({ viewer, identity }) => {
    onlyOurPages(identity);
    return optionsToConfirm(askedOf(viewer, identity));
  },
);
