import { route } from "@/lib/http/route";
import { TopicParam } from "@/lib/topics/input";
import { tagFor } from "@/lib/topics/reads";
import { Tag } from "@/lib/topics/schema";
import { followTopic } from "@/lib/topics/writes";

export const POST = route(
  {
    summary: "Unfollow a topic",
    auth: "user",
    scope: "write:follows",
    params: TopicParam,
    answers: Tag,
    limit: "write",
  },
  async ({ viewer, params }) => {
    await followTopic(viewer.id, params.name, false);
    return tagFor(viewer.id, params.name);
  },
);
