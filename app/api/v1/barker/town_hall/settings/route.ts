import { route } from "@/lib/http/route";
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
    summary: "Change settings of the town; what is left out stays",
    auth: "session",
    right: "settings",
    body: SettingsChange,
    size: SIZE,
    answers: TownSettings,
    limit: "write",
  },
  ({ viewer, body }) => changeSettings(actorOf(viewer), body),
);
