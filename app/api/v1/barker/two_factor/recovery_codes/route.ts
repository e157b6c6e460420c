import { requireConfirmation } from "@/lib/auth/confirmation";
import { CodeInput, RecoveryCodes } from "@/lib/auth/two-factor/schema";
import { replaceRecoveryCodes } from "@/lib/auth/two-factor/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Replace one's recovery codes; requires a confirmation and a code",
    auth: "session",
    body: CodeInput,
    answers: RecoveryCodes,
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    const asked = requesterOf(viewer, identity);
    await requireConfirmation(asked);
    return { codes: await replaceRecoveryCodes(asked, body.code) };
  },
);
