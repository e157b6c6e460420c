import { adminAccount } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { approve } from "@/lib/applicants/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Let somebody in who asked to join",
    auth: "user",
    scope: "admin:write:accounts",
    right: "signups",
    params: IdParam,
    answers: AdminAccount,
  },
  async ({ viewer, params }) => {
    if ((await approve(actorOf(viewer), params.id)) === null) throw new ApiError("not_found");
    return adminAccount(viewer, params.id);
  },
);
