import { adminAccount } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "One person as staff see them",
    auth: "user",
    scope: "admin:read:accounts",
    right: ["people", "reports"],
    params: IdParam,
    answers: AdminAccount,
  },
  ({ viewer, params }) => adminAccount(viewer, params.id),
);
