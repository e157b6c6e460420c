import { CodeInput, RecoveryCodes } from "@/lib/auth/two-factor/schema";
import { finishTwoFactor } from "@/lib/auth/two-factor/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Turn on two-factor sign-in with the first code of the app; answers the recovery codes, once",
    auth: "session",
    body: CodeInput,
    answers: RecoveryCodes,
    limit: "write",
  },
  async ({ viewer, identity, body }) => ({ codes: await finishTwoFactor(requesterOf(viewer, identity), body.code) }),
);
