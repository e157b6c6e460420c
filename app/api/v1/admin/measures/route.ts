import { z } from "zod";
import { figures } from "@/lib/admin/figures/reads";
import { AdminMeasure, FiguresInput } from "@/lib/admin/figures/schema";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary:
      "Figures of the town in whole days (UTC), at most 92. active_users is known as a total only, of periods that reach to now; what is not known is left out",
    auth: "user",
    scope: "admin:read",
    right: "settings",
    body: FiguresInput,
    answers: z.array(AdminMeasure),
    limit: "write",
  },
  ({ viewer, body }) => figures(viewer, body),
);
