import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MembershipSwitch } from "@/app/_features/lists/membership";
import { NewListForm } from "@/app/_features/lists/new-list";
import { FollowTopic } from "@/app/_features/topics/follow-topic";
import { BackBar, HomeBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { listsOf } from "@/lib/lists/reads";
import { paths } from "@/lib/paths";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { followedTagsPage } from "@/lib/topics/reads";
import { FOLLOWED_LIMIT } from "@/lib/topics/schema";

export const metadata: Metadata = { title: "Lists and topics" };

interface Search {
  searchParams: Promise<{ add?: string | string[] }>;
}

const HEADING = "px-4 pt-5 pb-2 text-heading font-bold desk:px-5";

/** The viewer's lists and followed topics; with `?add=handle`, on which lists this person is. */
export default async function Lists({ searchParams }: Search) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.lists));
  const { add } = await searchParams;
  const [lists, topics, person] = await Promise.all([
    listsOf(viewer.id),
    followedTagsPage(viewer.id, { limit: FOLLOWED_LIMIT }),
    typeof add === "string" ? findVisiblePersonByHandle(viewer.id, add) : null,
  ]);
  if (person) {
    const on = new Set((await listsOf(viewer.id, person.id)).map(({ id }) => id));
    return (
      <>
        <BackBar title={`Lists with ${person.display_name}`} />
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
      <h2 className={HEADING}>Lists of people</h2>
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
        <p className="mt-2 text-meta text-ink-3">Add people to a list in the menu of their profile.</p>
      </div>
      <h2 className={HEADING}>Topics you follow</h2>
      {topics.items.length === 0 && (
        <p className="px-4 text-label text-ink-2 desk:px-5">Follow a topic on its page; its barks come to Home.</p>
      )}
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
