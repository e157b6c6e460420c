import { waitingAccount } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { reject } from "@/lib/applicants/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Decline a request to join, and delete all that was sent with it",
    auth: "user",
    scope: "admin:write:accounts",
    right: "signups",
    params: IdParam,
    answers: AdminAccount,
  },
  async ({ viewer, params }) => {
    const declined = await waitingAccount(params.id);
    if ((await reject(actorOf(viewer), params.id)) === null) throw new ApiError("not_found");
    return declined;
  },
);
