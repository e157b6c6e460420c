import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { NewFeaturedTag } from "@/lib/topics/input";
import { featuredTags } from "@/lib/topics/reads";
import { FEATURED_LIMIT, FeaturedTag } from "@/lib/topics/schema";
import { featureTopic } from "@/lib/topics/writes";

export const GET = route(
  {
    summary: "The topics the viewer features, latest first",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(FeaturedTag),
  },
  ({ viewer }) => featuredTags(viewer.id),
);

export const POST = route(
  {
    summary: "Feature a topic on one's profile",
    auth: "user",
    scope: "write:accounts",
    body: NewFeaturedTag,
    answers: FeaturedTag,
    limit: "write",
  },
  async ({ viewer, body }) => {
    const featured = await featureTopic(viewer.id, body.name);
    if (!featured) throw new ApiError("invalid", { message: `You can feature ${FEATURED_LIMIT} topics.` });
    return featured;
  },
);
