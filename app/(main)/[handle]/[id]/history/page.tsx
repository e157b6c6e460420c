import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { Versions } from "@/app/_features/bark/versions";
import { BackBar } from "@/app/_ui/top-bar";
import { barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { historyOf } from "@/lib/history/reads";
import type { StatusEdit } from "@/lib/history/schema";
import { paths } from "@/lib/paths";

export async function generateMetadata({ params }: BarkParams): Promise<Metadata> {
  const bark = await barkOf(params, paths.history);
  return { title: words.historyOf(bark.account.display_name), robots: { index: false } };
}

/** Every version of a bark, newest first, with the changes and what each version received. */
export default async function History({ params }: BarkParams) {
  const bark = await barkOf(params, paths.history);
  const viewer = await getViewer();
  const versions = await historyOf(viewer?.id ?? null, bark.id);
  return (
    <>
      <BackBar title={words.history} detail={`@${bark.account.acct}`} />
      <div className="px-(--bark-x) py-4">
        <Told versions={versions} />
        <div className="mt-5">
          <Versions versions={versions} likedVersion={bark.favourited_version} />
        </div>
      </div>
    </>
  );
}

/** A note that people who reacted to an earlier version were notified of the edit. */
function Told({ versions }: { versions: StatusEdit[] }) {
  const earlier = versions.slice(0, -1);
  const count = earlier.reduce((sum, version) => sum + version.favourites_count + version.quotes_count, 0);
  if (versions.length < 2) return <p className="text-label text-ink-2">{words.neverEdited}</p>;
  if (count === 0) return null;
  return (
    <p className="flex gap-3 rounded-media bg-sunken px-3 py-3 text-label text-ink-2">
      <Bell className="size-5 flex-none" aria-hidden="true" />
      <span>{earlier.length === 1 ? words.toFirst(count) : words.toEarlier(count)}</span>
    </p>
  );
}
