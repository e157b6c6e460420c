import { requireConfirmation } from "@/lib/auth/confirmation";
import { ApiError } from "@/lib/errors";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";
import { isForOwners } from "@/lib/settings/rules";
import { townSettings } from "@/lib/settings/reads";
import { SettingsChange, TownSettings } from "@/lib/settings/schema";
import { changeSettings } from "@/lib/settings/writes";
import { actorOf } from "@/lib/staff/rules";

/** The pages of a town are long. */
const SIZE = 500_000;

export const GET = route(
  {
    summary: "The settings of the town",
    auth: "session",
    right: "settings",
    answers: TownSettings,
  },
  () => townSettings(),
);

export const PATCH = route(
  {
    summary:
      "Change settings of the town; what is left out stays. How long things are kept is for owners, and so is whether staff need two factors, which requires a confirmation",
    auth: "session",
    right: "settings",
    body: SettingsChange,
    size: SIZE,
    answers: TownSettings,
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    if (isForOwners(body) && !viewer.isOwner) {
      throw new ApiError("forbidden", { message: "Only an owner can change this." });
    }
    if (body.staff_two_factor !== undefined) await requireConfirmation(requesterOf(viewer, identity));
    return changeSettings(actorOf(viewer), body);
  },
);
