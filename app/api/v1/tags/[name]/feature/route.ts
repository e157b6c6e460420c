import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { TopicParam } from "@/lib/topics/input";
import { tagFor } from "@/lib/topics/reads";
import { FEATURED_LIMIT, Tag } from "@/lib/topics/schema";
import { featureTopic } from "@/lib/topics/writes";

export const POST = route(
  {
    summary: "Feature a topic on one's profile",
    auth: "user",
    scope: "write:accounts",
    params: TopicParam,
    answers: Tag,
    limit: "write",
  },
  async ({ viewer, params }) => {
    const featured = await featureTopic(viewer.id, params.name);
    if (!featured) throw new ApiError("invalid", { message: `You can feature ${FEATURED_LIMIT} topics.` });
    return tagFor(viewer.id, params.name);
  },
);
