import type { Metadata } from "next";
import { FloatingBark } from "@/app/_features/compose/provider";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { FeatureTopic, FollowTopic } from "@/app/_features/topics/follow-topic";
import { BackBar } from "@/app/_ui/top-bar";
import { topics } from "@/app/_words/topics";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { topicKey } from "@/lib/text/entities";
import { topicPage } from "@/lib/timelines/reads";
import { tagFor } from "@/lib/topics/reads";
import { topicNamed } from "@/lib/topics/rules";

interface Params {
  params: Promise<{ topic: string }>;
}

const topicAt = async (params: Params["params"]) => topicKey(decodeURIComponent((await params).topic));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const topic = await topicAt(params);
  return {
    title: `#${topic}`,
    description: topics.description(topic),
    alternates: {
      canonical: paths.topic(topic),
      types: {
        "application/rss+xml": paths.topicFeed(topic, "rss"),
        "application/atom+xml": paths.topicFeed(topic, "atom"),
      },
    },
  };
}

/** All public barks on a topic. */
export default async function Topic({ params }: Params) {
  const topic = await topicAt(params);
  const viewer = await getViewer();
  const [statuses, tag] = await Promise.all([
    topicPage(viewer?.id ?? null, topic, { limit: 20 }),
    viewer && topicNamed(topic) !== null ? tagFor(viewer.id, topic) : null,
  ]);
  return (
    <>
      <BackBar title={`#${topic}`}>
        {tag && (
          <span className="flex items-center gap-1">
            <FeatureTopic tag={tag} />
            <FollowTopic tag={tag} />
          </span>
        )}
      </BackBar>
      <FeedList
        key={topic}
        name={`topic:${topic}`}
        label={topics.feed(topic)}
        path={`/api/v1/timelines/tag/${encodeURIComponent(topic)}`}
        first={statuses}
        viewerId={viewer?.id ?? null}
        topic={topic}
        empty={<Empty title={topics.nothing(topic)} sentence={topics.nothingWhy} />}
      />
      {viewer && <FloatingBark />}
    </>
  );
}
