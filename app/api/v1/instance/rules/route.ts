import { z } from "zod";
import { route } from "@/lib/http/route";
import { toRules } from "@/lib/instance/view";
import { townSettings } from "@/lib/settings/reads";

const Rule = z.object({ id: z.string(), text: z.string(), hint: z.string(), translations: z.object({}) });

export const GET = route({ summary: "The rules of this instance", auth: "none", answers: z.array(Rule) }, async () =>
  toRules(await townSettings()),
);
