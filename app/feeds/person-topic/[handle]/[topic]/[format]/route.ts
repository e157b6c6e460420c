import { z } from "zod";
import { personFeed, PersonFeedParams } from "@/app/feeds/person/[handle]/feed";
import { TopicParam } from "@/app/feeds/topic";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The public barks of a person on a topic as RSS or Atom; also /@handle/tagged/topic.rss",
    auth: "none",
    params: z.object({
      handle: PersonFeedParams.shape.handle,
      topic: TopicParam.shape.topic,
      format: PersonFeedParams.shape.format,
    }),
  },
  ({ request, params: { handle, topic, format } }) => personFeed(request, handle, format, topic),
);
