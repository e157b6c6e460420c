import { circles } from "@/app/_words/circles";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { toListed, type Level } from "@/app/_features/circles/level";
import { CirclesScreen } from "@/app/_features/circles/screen";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { Empty } from "@/app/_ui/empty";
import { TooMuch } from "@/app/_features/shell/too-much";
import { getViewer } from "@/lib/auth/session";
import { circlePage, suggestions } from "@/lib/circles/reads";
import { cursorText } from "@/lib/http/cursor";
import { secondsToWait } from "@/lib/limits/writes";
import { relationships } from "@/lib/people/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: circles.title };

/** How many people of each circle are rendered with the page. */
const PAGE = 24;

/** The people two, three and four follows away, and who leads to them. */
export default async function Circles() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.circles));
  const wait = await secondsToWait("circles", viewer.id);
  if (wait > 0) return <TooMuch title={circles.title} seconds={wait} />;
  const levels = await Promise.all(([2, 3, 4] as const).map((degree) => level(viewer.id, degree)));
  if (levels.every(({ people }) => people.length === 0)) return <NoCircles viewerId={viewer.id} />;
  return <CirclesScreen levels={levels} you={{ id: viewer.id, avatar: viewer.avatar }} />;
}

async function level(viewerId: string, degree: 2 | 3 | 4): Promise<Level> {
  const { entries, next, total } = await circlePage(viewerId, degree, PAGE);
  const relations = await relationships(
    viewerId,
    entries.map(({ account }) => account.id),
  );
  return {
    degree,
    people: toListed(entries, relations),
    total,
    sampled: entries.some(({ sampled }) => sampled),
    next: next && `/api/v1/barker/circles?degree=${degree}&limit=${PAGE}&cursor=${cursorText(next)}`,
  };
}

async function NoCircles({ viewerId }: { viewerId: string }) {
  const some = await suggestions(viewerId, 3);
  return (
    <>
      <DiscoverBar here="circles" title={circles.title} viewerId={viewerId} />
      <Empty
        faces={some.map(({ account }) => account.avatar)}
        title={circles.circlesBeginWithYou}
        sentence={circles.whatCirclesShow}
        action={{ label: circles.findPeopleToFollow, href: paths.discover }}
      />
    </>
  );
}
