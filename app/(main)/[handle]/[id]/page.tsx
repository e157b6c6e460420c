import type { Metadata } from "next";
import { Ancestors } from "@/app/_features/bark/ancestors";
import { BigBark } from "@/app/_features/bark/big-bark";
import { ReplyBox } from "@/app/_features/bark/reply-box";
import { Versions } from "@/app/_features/bark/versions";
import { Portal } from "@/app/_ui/portal";
import { Replies } from "@/app/_features/bark/thread";
import { Empty } from "@/app/_ui/empty";
import { followState } from "@/app/_client/follow-state";
import { BackBar } from "@/app/_ui/top-bar";
import { inScript, metadataOf, postingOf } from "@/app/(main)/[handle]/[id]/about";
import { barkAt, barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { LeaveWhenGone } from "@/app/(main)/[handle]/[id]/leave-when-gone";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { historyOf } from "@/lib/history/reads";
import { relationships } from "@/lib/people/reads";
import { paths } from "@/lib/paths";
import { shownName } from "@/lib/settings/reads";
import { contextOf } from "@/lib/threads/reads";

export async function generateMetadata({ params }: BarkParams): Promise<Metadata> {
  const bark = await barkAt((await params).id);
  return !bark || bark === "deleted"
    ? { title: words.title, robots: { index: false } }
    : metadataOf(bark.reblog ?? bark, await shownName());
}

/** The page of a bark: its ancestors above it, and all replies below. */
export default async function Bark({ params }: BarkParams) {
  const { id } = await params;
  if ((await barkAt(id)) === "deleted") return <Gone />;
  const bark = await barkOf(params);
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const [context, versions, [relationship]] = await Promise.all([
    contextOf(viewerId, bark.id),
    bark.edited_at ? historyOf(viewerId, bark.id) : [],
    viewer && viewer.id !== bark.account.id ? relationships(viewer.id, [bark.account.id]) : [],
  ]);
  return (
    <>
      <BackBar title={words.title} />
      <LeaveWhenGone id={bark.id} own={viewerId === bark.account.id} />
      {bark.visibility === "public" && (
        // eslint-disable-next-line react/no-danger -- data for search engines, made safe by `inScript`
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: inScript(postingOf(bark, env().BARKER_ORIGIN)) }}
        />
      )}
      <Ancestors mainId={bark.id} context={context} viewerId={viewerId} />
      <BigBark
        status={bark}
        viewerId={viewerId}
        standing={relationship ? followState(relationship) : null}
        answering={context.ancestors.length > 0}
      />
      {viewer && <ReplyBox to={bark} viewer={viewer} />}
      {versions.length > 1 && (
        <Portal>
          <section aria-labelledby="edit-history" className="rounded-card border border-line bg-surface px-4 pt-4 pb-1">
            <h2 id="edit-history" className="mb-3 text-subhead leading-6 font-bold tracking-snug">
              {words.history}
            </h2>
            <Versions versions={versions} likedVersion={bark.favourited_version} />
          </section>
        </Portal>
      )}
      <Replies main={bark} context={context} viewerId={viewerId} />
    </>
  );
}

function Gone() {
  return (
    <>
      <BackBar title={words.title} />
      <Empty title={words.gone} sentence={words.goneWhy} action={{ label: words.lookAround, href: paths.town }} />
    </>
  );
}
