import type { Metadata } from "next";
import { FloatingBark } from "@/app/_features/compose/provider";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { FollowTopic } from "@/app/_features/topics/follow-topic";
import { BackBar } from "@/app/_ui/top-bar";
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
    description: `Barks about #${topic}.`,
    alternates: { canonical: paths.topic(topic) },
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
      <BackBar title={`#${topic}`}>{tag && <FollowTopic tag={tag} />}</BackBar>
      <FeedList
        key={topic}
        name={`topic:${topic}`}
        label={`Barks about #${topic}`}
        path={`/api/v1/timelines/tag/${encodeURIComponent(topic)}`}
        first={statuses}
        viewerId={viewer?.id ?? null}
        topic={topic}
        empty={<Empty title={`Nothing about #${topic}`} sentence="Nobody has barked about it yet. You could begin." />}
      />
      {viewer && <FloatingBark />}
    </>
  );
}
