import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { TopicParam } from "@/lib/topics/input";
import { tagFor } from "@/lib/topics/reads";
import { FOLLOWED_LIMIT, Tag } from "@/lib/topics/schema";
import { followTopic } from "@/lib/topics/writes";

export const POST = route(
  {
    summary: "Follow a topic: its public barks appear on Home",
    auth: "user",
    scope: "write:follows",
    params: TopicParam,
    answers: Tag,
    limit: "write",
  },
  async ({ viewer, params }) => {
    const done = await followTopic(viewer.id, params.name, true);
    if (!done) throw new ApiError("invalid", { message: `You can follow ${FOLLOWED_LIMIT} topics.` });
    return tagFor(viewer.id, params.name);
  },
);
