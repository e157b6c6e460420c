import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FeedList } from "@/app/_features/feed/feed";
import { EditList } from "@/app/_features/lists/edit-list";
import { lists as words } from "@/app/_words/lists";
import { ExclusiveListPolling } from "@/app/_features/lists/polling";
import { Empty } from "@/app/_ui/empty";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { findList, membersPage } from "@/lib/lists/reads";
import { MEMBER_LIMIT } from "@/lib/lists/schema";
import { paths } from "@/lib/paths";
import { listPage } from "@/lib/timelines/reads";

export const metadata: Metadata = { title: words.one };

/** To whom a list shows replies, as the browser can know it: replies to people nobody follows do not come live. */
const REPLIES_TO = {
  none: () => [],
  list: (members: string[]) => members,
  followed: () => null,
};

interface Params {
  params: Promise<{ id: string }>;
}

/** The barks of the people on a list, and its settings. */
export default async function ListTimeline({ params }: Params) {
  const { id } = await params;
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.list(id)));
  const list = await findList(viewer.id, id);
  if (!list) notFound();
  const [statuses, { items: members }] = await Promise.all([
    listPage(viewer.id, list, { limit: 20 }),
    membersPage(viewer.id, id, { limit: MEMBER_LIMIT }),
  ]);
  const people = members.map((member) => member.id);
  const path = `/api/v1/timelines/list/${id}`;
  return (
    <>
      <BackBar title={list.title} />
      <EditList key={list.title} list={list} members={members} />
      <FeedList
        name={`list:${id}`}
        label={words.barksOf(list.title)}
        path={path}
        live
        list={{ members: people, repliesTo: REPLIES_TO[list.replies_policy](people) }}
        first={statuses}
        viewerId={viewer.id}
        empty={<Empty title={words.empty} sentence={words.emptyLead} />}
      />
      {list.exclusive && <ExclusiveListPolling path={path} newest={statuses[0]?.id} />}
    </>
  );
}
