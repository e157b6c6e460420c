import { route } from "@/lib/http/route";
import { TopicParam } from "@/lib/topics/input";
import { tagFor } from "@/lib/topics/reads";
import { Tag } from "@/lib/topics/schema";

export const GET = route(
  {
    summary: "A topic, how it was used lately, and whether the viewer follows and features it",
    auth: "optional",
    scope: "read:follows",
    params: TopicParam,
    answers: Tag,
  },
  ({ viewer, params }) => tagFor(viewer?.id ?? null, params.name),
);
