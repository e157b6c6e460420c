import { route } from "@/lib/http/route";
import { TopicParam } from "@/lib/topics/input";
import { tagFor } from "@/lib/topics/reads";
import { Tag } from "@/lib/topics/schema";
import { unfeatureTopic } from "@/lib/topics/writes";

export const POST = route(
  {
    summary: "Feature a topic no longer",
    auth: "user",
    scope: "write:accounts",
    params: TopicParam,
    answers: Tag,
    limit: "write",
  },
  async ({ viewer, params }) => {
    await unfeatureTopic(viewer.id, params);
    return tagFor(viewer.id, params.name);
  },
);
