import { adminAccount } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";
import { liftMeasure } from "@/lib/strikes/writes";

export const POST = route(
  {
    summary: "Let a person sign in again",
    auth: "user",
    scope: "admin:write:accounts",
    right: ["people", "reports"],
    params: IdParam,
    answers: AdminAccount,
  },
  async ({ viewer, params }) => {
    await liftMeasure(actorOf(viewer), params.id, "disable");
    return adminAccount(viewer, params.id);
  },
);
