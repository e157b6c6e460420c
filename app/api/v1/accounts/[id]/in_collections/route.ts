import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findVisiblePerson } from "@/lib/people/reads";

export const GET = route(
  {
    summary: "The collections that a person is in; always empty",
    auth: "optional",
    scope: "read:collections",
    params: IdParam,
    answers: z.object({ collections: z.array(z.never()) }),
  },
  async ({ viewer, params }) => {
    if (!(await findVisiblePerson(viewer?.id ?? null, params.id))) throw new ApiError("not_found");
    return { collections: [] };
  },
);
