import Link from "next/link";
import { Sparkline } from "@/app/_features/discover/sparkline";
import { whyTrending } from "@/app/_features/discover/words";
import { paths } from "@/lib/paths";
import type { BarkerTrend } from "@/lib/trends/schema";

/** Trends, each with the reason for this viewer and its history. */
export function Trends({ trends }: { trends: BarkerTrend[] }) {
  return (
    <ul className="pb-2">
      {trends.map((trend) => (
        <li key={`${trend.kind} ${trend.name}`}>
          <Link
            href={addressOf(trend)}
            prefetch={false}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-paper focus-visible:-outline-offset-2 desk:px-5"
          >
            <span className="min-w-0 grow basis-36">
              <b className="block text-label wrap-anywhere">
                <bdi>{nameOf(trend)}</bdi>
              </b>
              <span className="block text-meta text-ink-3">{whyTrending(trend)}</span>
            </span>
            <Sparkline values={trend.hours} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function nameOf({ kind, name }: BarkerTrend): string {
  return kind === "topic" ? `#${name}` : name;
}

/** The address of its barks. */
export function addressOf({ kind, name, query }: BarkerTrend): string {
  return kind === "topic" ? paths.topic(name.toLowerCase()) : paths.search(query, "barks");
}
