import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { Sparkline } from "@/app/_features/discover/sparkline";
import { whyTrending, wordsOf } from "@/app/_features/discover/words";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import type { BarkerTrend } from "@/lib/trends/schema";

/** Trends, each with the reason for this viewer and its history. */
export function Trends({ trends }: { trends: BarkerTrend[] }) {
  return (
    <ul className="pb-2">
      {trends.map((trend) => (
        <li key={`${trend.kind} ${trend.name}`} className="border-line not-first:border-t">
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
          {trend.example && <Example bark={trend.example} />}
        </li>
      ))}
    </ul>
  );
}

/** One bark of a trend, which says what people mean by it. */
function Example({ bark }: { bark: Status }) {
  return (
    <Link
      href={paths.bark(bark.account.acct, bark.id)}
      prefetch={false}
      className="mx-4 mb-3 flex gap-2.5 rounded-field bg-paper px-3 py-2.5 hover:bg-sunken desk:mx-5"
    >
      <Avatar src={bark.account.avatar} size={24} lazy />
      <span dir="auto" className="line-clamp-2 min-w-0 flex-1 text-label wrap-anywhere">
        <b>
          <bdi>{bark.account.display_name}</bdi>
        </b>{" "}
        {wordsOf(bark)}
      </span>
    </Link>
  );
}

export function nameOf({ kind, name }: BarkerTrend): string {
  return kind === "topic" ? `#${name}` : name;
}

/** The address of its barks. */
export function addressOf({ kind, name, query }: BarkerTrend): string {
  return kind === "topic" ? paths.topic(name.toLowerCase()) : paths.search(query, "barks");
}
