import { z } from "zod";
import { AccountsQuery } from "@/lib/admin/input";
import { adminAccounts } from "@/lib/admin/reads";
import { AdminAccount } from "@/lib/admin/schema";
import { listResponse } from "@/lib/http/list";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "People as staff see them, newest first",
    auth: "user",
    scope: "admin:read:accounts",
    right: "people",
    query: AccountsQuery,
    answers: z.array(AdminAccount),
  },
  async ({ viewer, url, query: { choice, ...page } }) => listResponse(url, await adminAccounts(viewer, page, choice)),
);
