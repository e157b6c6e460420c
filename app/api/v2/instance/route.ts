import { z } from "zod";
import { route } from "@/lib/http/route";
import { activePeople, contactAccount } from "@/lib/instance/reads";
import { toInstance } from "@/lib/instance/view";
import { townSettings } from "@/lib/settings/reads";

export const GET = route(
  { summary: "The properties of this instance", auth: "none", answers: z.record(z.string(), z.unknown()) },
  async () => {
    const [{ month: activeMonth }, contact, settings] = await Promise.all([
      activePeople(),
      contactAccount(),
      townSettings(),
    ]);
    return toInstance({ activeMonth, contact, settings });
  },
);
