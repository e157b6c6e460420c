import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MembershipSwitch } from "@/app/_features/lists/membership";
import { ListItem } from "@/app/_features/lists/list-item";
import { MakeList } from "@/app/_features/lists/new-list";
import { PackItem } from "@/app/_features/packs/pack-item";
import { FollowTopic } from "@/app/_features/topics/follow-topic";
import { lists as words } from "@/app/_words/lists";
import { packs as packWords } from "@/app/_words/packs";
import { buttonClass } from "@/app/_ui/button";
import { CardGround, Rows } from "@/app/_ui/rows";
import { BackBar, HomeBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { listsOf, listsWithFaces } from "@/lib/lists/reads";
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

const NOTE = "mx-1 text-meta text-ink-3";

/** The viewer's lists and followed topics; with `?add=handle`, on which lists this person is. */
export default async function Lists({ searchParams }: Search) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.lists));
  const { add } = await searchParams;
  const [lists, topics, made, within, person] = await Promise.all([
    listsWithFaces(viewer.id),
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
            <MakeList stay />
          </div>
        </div>
      </>
    );
  }
  return (
    <>
      <HomeBar here="lists" signedIn />
      <CardGround>
        <Rows title={words.lists} instead={lists.length === 0 && words.none}>
          {lists.map((list) => (
            <ListItem key={list.id} list={list} />
          ))}
        </Rows>
        <div className="grid grid-cols-1 gap-3">
          {lists.length > 0 && <p className={NOTE}>{words.addHint}</p>}
          <MakeList />
        </div>
        <Packs made={made} within={within} />
        <Rows title={words.topics} instead={topics.items.length === 0 && words.noTopics}>
          {topics.items.map((tag) => (
            <li
              key={tag.name}
              className="flex min-h-13 flex-wrap items-center gap-2 border-b border-line px-4 last:border-0"
            >
              <Link
                href={paths.topic(tag.name)}
                className="grid min-h-11 min-w-0 grow items-center text-label font-bold"
              >
                <bdi>#{tag.name}</bdi>
              </Link>
              <FollowTopic tag={tag} />
            </li>
          ))}
        </Rows>
      </CardGround>
    </>
  );
}

/** The starter packs that the viewer made, and those that others put them into. */
function Packs({ made, within }: { made: StarterPack[]; within: StarterPack[] }) {
  return (
    <>
      {made.length > 0 && (
        <Rows title={packWords.yours}>
          {made.map((pack) => (
            <PackItem key={pack.id} pack={pack} />
          ))}
        </Rows>
      )}
      {within.length > 0 && (
        <Rows title={packWords.withYou}>
          {within.map((pack) => (
            <PackItem key={pack.id} pack={pack} />
          ))}
        </Rows>
      )}
      <div className="grid grid-cols-1 gap-3">
        {made.length === 0 && <p className={NOTE}>{packWords.makeLead}</p>}
        <Link href={paths.newPack} className={buttonClass({ look: "outline", size: "large" })}>
          {packWords.make}
        </Link>
      </div>
    </>
  );
}
