import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findVisibleAccount } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";

export const GET = route(
  { summary: "A person's account", auth: "optional", scope: "read:accounts", params: IdParam, answers: Account },
  async ({ viewer, params }) => {
    const account = await findVisibleAccount(viewer?.id ?? null, params.id);
    if (!account) throw new ApiError("not_found");
    return account;
  },
);
