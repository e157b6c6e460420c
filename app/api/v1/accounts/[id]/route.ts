import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findVisiblePerson } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";

export const GET = route(
  { summary: "A person's account", auth: "optional", scope: "read:accounts", params: IdParam, answers: Account },
  async ({ viewer, params }) => {
    const person = await findVisiblePerson(viewer?.id ?? null, params.id);
    if (!person) throw new ApiError("not_found");
    return toAccount(person);
  },
);
