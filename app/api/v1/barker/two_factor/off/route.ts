import { requireConfirmation } from "@/lib/auth/confirmation";
import { twoFactorOf } from "@/lib/auth/two-factor/reads";
import { CodeInput, TwoFactor } from "@/lib/auth/two-factor/schema";
import { turnOffTwoFactor } from "@/lib/auth/two-factor/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Turn off two-factor sign-in; requires a confirmation and a code",
    auth: "session",
    body: CodeInput,
    answers: TwoFactor,
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    const asked = requesterOf(viewer, identity);
    await requireConfirmation(asked);
    await turnOffTwoFactor(viewer, asked, body.code);
    return twoFactorOf(viewer.id);
  },
);
