import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MembershipSwitch } from "@/app/_features/lists/membership";
import { NewListForm } from "@/app/_features/lists/new-list";
import { PackItem } from "@/app/_features/packs/pack-item";
import { FollowTopic } from "@/app/_features/topics/follow-topic";
import { lists as words } from "@/app/_words/lists";
import { packs as packWords } from "@/app/_words/packs";
import { buttonClass } from "@/app/_ui/button";
import { BackBar, HomeBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { listsOf } from "@/lib/lists/reads";
import { packsOf, packsWith } from "@/lib/packs/reads";
import type { StarterPack } from "@/lib/packs/schema";
import { paths } from "@/lib/paths";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { followedTagsPage } from "@/lib/topics/reads";
import { FOLLOWED_LIMIT } from "@/lib/topics/schema";

export const metadata: Metadata = { title: words.title };

interface Search {
  searchParams: Promise<{ add?: string | string[] }>;
}

const HEADING = "px-4 pt-5 pb-2 text-heading font-bold desk:px-5";

/** The viewer's lists and followed topics; with `?add=handle`, on which lists this person is. */
export default async function Lists({ searchParams }: Search) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.lists));
  const { add } = await searchParams;
  const [lists, topics, made, within, person] = await Promise.all([
    listsOf(viewer.id),
    followedTagsPage(viewer.id, { limit: FOLLOWED_LIMIT }),
    packsOf(viewer.id, viewer.id),
    packsWith(viewer.id),
    typeof add === "string" ? findVisiblePersonByHandle(viewer.id, add) : null,
  ]);
  if (person) {
    const on = new Set((await listsOf(viewer.id, person.id)).map(({ id }) => id));
    return (
      <>
        <BackBar title={words.with(person.display_name)} />
        <div className="grid gap-3 py-3">
          {lists.map((list) => (
            <MembershipSwitch key={list.id} list={list} personId={person.id} member={on.has(list.id)} />
          ))}
          <div className="px-4 desk:px-5">
            <NewListForm stay />
          </div>
        </div>
      </>
    );
  }
  return (
    <>
      <HomeBar here="lists" signedIn />
      <h2 className={HEADING}>{words.lists}</h2>
      <ul>
        {lists.map((list) => (
          <li key={list.id} className="border-t border-line">
            <Link href={paths.list(list.id)} className="grid min-h-13 items-center px-4 text-label font-bold desk:px-5">
              <bdi>{list.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <div className="border-y border-line px-4 py-3 desk:px-5">
        <NewListForm />
        <p className="mt-2 text-meta text-ink-3">{words.addHint}</p>
      </div>
      <Packs made={made} within={within} />
      <h2 className={HEADING}>{words.topics}</h2>
      {topics.items.length === 0 && <p className="px-4 text-label text-ink-2 desk:px-5">{words.noTopics}</p>}
      <ul>
        {topics.items.map((tag) => (
          <li key={tag.name} className="flex min-h-13 flex-wrap items-center gap-2 border-t border-line px-4 desk:px-5">
            <Link href={paths.topic(tag.name)} className="grid min-h-11 min-w-0 grow items-center text-label font-bold">
              <bdi>#{tag.name}</bdi>
            </Link>
            <FollowTopic tag={tag} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The starter packs that the viewer made, and those that others put them into. */
function Packs({ made, within }: { made: StarterPack[]; within: StarterPack[] }) {
  return (
    <>
      <h2 className={HEADING}>{packWords.titles}</h2>
      <ul>
        {made.map((pack) => (
          <PackItem key={pack.id} pack={pack} />
        ))}
      </ul>
      <div className="border-y border-line px-4 py-3 desk:px-5">
        {made.length === 0 && <p className="mb-2 text-meta text-ink-3">{packWords.makeLead}</p>}
        <Link href={paths.newPack} className={buttonClass({ look: "outline" })}>
          {packWords.make}
        </Link>
      </div>
      {within.length > 0 && (
        <>
          <h3 className="px-4 pt-4 pb-1 text-label font-bold text-ink-2 desk:px-5">{packWords.withYou}</h3>
          <ul>
            {within.map((pack) => (
              <PackItem key={pack.id} pack={pack} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
