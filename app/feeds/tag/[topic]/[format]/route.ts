import { z } from "zod";
import { feeds } from "@/app/_words/cards";
import { feedResponse, FORMATS } from "@/app/feeds/document";
import { TopicParam } from "@/app/feeds/topic";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";
import { paths } from "@/lib/paths";
import { topicPage } from "@/lib/timelines/reads";

const LENGTH = 20;

export const GET = route(
  {
    summary: "The public barks on a topic as RSS or Atom; also /tags/topic.rss",
    auth: "none",
    params: TopicParam.extend({ format: z.enum(FORMATS) }),
  },
  async ({ request, params: { topic, format } }) => {
    const { BARKER_ORIGIN: origin } = env();
    const feed = {
      title: feeds.topic(topic),
      description: feeds.topicDescription(topic),
      page: origin + paths.topic(topic),
      self: origin + paths.topicFeed(topic, format),
      icon: null,
      indexable: true,
      barks: await topicPage(null, topic, { limit: LENGTH }),
    };
    return feedResponse(request, feed, format);
  },
);
