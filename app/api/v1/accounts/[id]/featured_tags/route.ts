import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findVisiblePerson } from "@/lib/people/reads";
import { featuredTags } from "@/lib/topics/reads";
import { FeaturedTag } from "@/lib/topics/schema";

export const GET = route(
  {
    summary: "The topics a person features, latest first",
    auth: "optional",
    scope: "read:accounts",
    params: IdParam,
    answers: z.array(FeaturedTag),
  },
  async ({ viewer, params }) => {
    if (!(await findVisiblePerson(viewer?.id ?? null, params.id))) throw new ApiError("not_found");
    return featuredTags(params.id);
  },
);
