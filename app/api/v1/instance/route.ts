import { z } from "zod";
import { route } from "@/lib/http/route";
import { activePeople, contactAccount, instanceCounts } from "@/lib/instance/reads";
import { toInstanceV1 } from "@/lib/instance/view";
import { townSettings } from "@/lib/settings/reads";

export const GET = route(
  {
    summary: "The properties of this instance (version 1)",
    auth: "none",
    answers: z.record(z.string(), z.unknown()),
  },
  async () => {
    const [counts, { month: activeMonth }, contact, settings] = await Promise.all([
      instanceCounts(),
      activePeople(),
      contactAccount(),
      townSettings(),
    ]);
    return toInstanceV1(counts, { activeMonth, contact, settings });
  },
);
