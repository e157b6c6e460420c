import { CircleQuestionMark } from "lucide-react";
import type { Metadata } from "next";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { Trends } from "@/app/_features/discover/trends";
import { Empty } from "@/app/_ui/empty";
import { discover } from "@/app/_words/discover";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { trendsFor } from "@/lib/trends/reads";

export const metadata: Metadata = { title: discover.trends, description: discover.trendsDescription };

/** Trends: what more people bark about than usual, each with a bark that shows what is meant. */
export default async function TrendsPage() {
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const trends = await trendsFor(viewerId, { limit: 20, offset: 0, personal: true });
  return (
    <>
      <DiscoverBar here="trends" title={discover.trends} viewerId={viewerId} />
      <details className="group px-4 pt-3 desk:px-5">
        <summary className="flex min-h-11 items-center justify-between gap-3 rounded-field">
          <h2 className="text-heading leading-6 font-bold tracking-snug">{discover.trendsTitle}</h2>
          <span className="grid size-11 flex-none place-items-center text-ink-2">
            <CircleQuestionMark className="size-5" aria-hidden="true" />
            <span className="sr-only">{discover.about}</span>
          </span>
        </summary>
        <ul className="grid gap-1.5 pb-3 text-label text-ink-2">
          {discover.how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {trends.length > 0 ? (
        <Trends trends={trends} />
      ) : (
        <Empty
          title={discover.nothingTrends}
          sentence={discover.nothingTrendsWhy}
          action={{ label: discover.town, href: paths.town }}
        />
      )}
    </>
  );
}
