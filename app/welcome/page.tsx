import { redirect } from "next/navigation";
import { nextPath } from "@/app/(auth)/next";
import { welcome } from "@/app/_words/welcome";
import { AfterJoining } from "@/app/_features/welcome/after-joining";
import { ChoosePeople } from "@/app/_features/welcome/choose-people";
import { NameAndPicture } from "@/app/_features/welcome/name-and-picture";
import { SayHello } from "@/app/_features/welcome/say-hello";
import { StepBar } from "@/app/_features/welcome/step-bar";
import { ownAccount } from "@/lib/account/reads";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { starters } from "@/lib/circles/reads";
import { paths } from "@/lib/paths";
import { findPersonId } from "@/lib/people/reads";
import { topicKey } from "@/lib/text/entities";
import { trendingTags } from "@/lib/trends/reads";

const PEOPLE = 10;
const TOPICS = 8;

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What comes after joining, in three steps that all can be skipped. Each step has an address, for reload and Back. */
export default async function Welcome({ searchParams }: Search) {
  const sent = await searchParams;
  const next = nextPath(sent["next"]);
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.welcome(next)));
  const step = sent["step"] === "2" ? 2 : sent["step"] === "3" ? 3 : 1;
  const topics = topicsIn(sent["topics"]);
  return (
    <>
      <StepBar step={step} next={next} topics={topics} />
      <AfterJoining viewerId={viewer.id} next={next} />
      <div className="flex flex-1 flex-col px-4 pt-5 desk:px-5">
        <p className="text-label text-ink-3">{welcome.step(step, 3)}</p>
        {step === 1 && <NameAndPicture account={await ownAccount(viewer.id)} next={next} />}
        {step === 2 && <Whom viewer={viewer} next={next} topics={topics} />}
        {step === 3 && <SayHello topic={topics[0] ?? null} next={next} />}
      </div>
    </>
  );
}

async function Whom({ viewer, next, topics }: { viewer: Viewer; next: string; topics: string[] }) {
  const [tags, from] = await Promise.all([
    trendingTags(viewer.id, { limit: TOPICS, offset: 0, personal: false }).catch(() => []),
    inviter(next),
  ]);
  const people = await starters(viewer.id, PEOPLE, { from, topics }).catch(() => []);
  const offered = [...new Set([...topics, ...tags.map(({ name }) => name)])].slice(0, TOPICS);
  return <ChoosePeople people={people} offered={offered} topics={topics} next={next} />;
}

/** The id of the person by whose page somebody came, or null. */
async function inviter(next: string): Promise<string | null> {
  const [, handle] = /^\/@([A-Za-z0-9_]{1,30})([/?#]|$)/.exec(next) ?? [];
  return handle === undefined ? null : findPersonId(handle);
}

/** The keys of the chosen topics, "bread,birds". */
function topicsIn(sent: string | string[] | undefined): string[] {
  const names = typeof sent === "string" ? sent.slice(0, 1_000).split(",") : [];
  return [...new Set(names.filter(Boolean).map(topicKey))].slice(0, TOPICS);
}
