import { requireConfirmation } from "@/lib/auth/confirmation";
import { twoFactorOf } from "@/lib/auth/two-factor/reads";
import { Enrolment, TwoFactor } from "@/lib/auth/two-factor/schema";
import { beginTwoFactor } from "@/lib/auth/two-factor/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";
import { townSettings } from "@/lib/settings/reads";

export const GET = route(
  { summary: "Whether one's two-factor sign-in is on", auth: "session", answers: TwoFactor },
  ({ viewer }) => twoFactorOf(viewer.id),
);

export const POST = route(
  {
    summary: "Begin to turn on two-factor sign-in: the secret for an authenticator app; requires a confirmation",
    auth: "session",
    answers: Enrolment,
    limit: "write",
  },
  async ({ viewer, identity }) => {
    const asked = requesterOf(viewer, identity);
    await requireConfirmation(asked);
    return beginTwoFactor(viewer, asked, (await townSettings()).name || "Barker");
  },
);
