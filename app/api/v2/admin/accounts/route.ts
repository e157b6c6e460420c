import { z } from "zod";
import { AccountsQueryV2 } from "@/lib/admin/input";
import { adminAccounts } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { listResponse } from "@/lib/http/list";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "People as staff see them, newest first, with the newer filters",
    auth: "user",
    scope: "admin:read:accounts",
    right: "people",
    query: AccountsQueryV2,
    answers: z.array(AdminAccount),
  },
  async ({ viewer, url, query: { choice, ...page } }) => listResponse(url, await adminAccounts(viewer, page, choice)),
);
