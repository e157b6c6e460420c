import { UsersRound } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { Sparkline } from "@/app/_features/discover/sparkline";
import { howUnusual, wordsOf } from "@/app/_features/discover/words";
import { short } from "@/app/_ui/count";
import { discover } from "@/app/_words/discover";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import type { BarkerTrend } from "@/lib/trends/schema";

/** Trends, each with how unusual it is, the reason for this viewer, its history, and one of its barks. */
export function Trends({ trends }: { trends: BarkerTrend[] }) {
  return (
    <ul className="pb-2">
      {trends.map((trend) => (
        <li key={`${trend.kind} ${trend.name}`} className="border-line not-first:border-t">
          <Link
            href={addressOf(trend)}
            prefetch={false}
            className="flex min-h-14 flex-wrap items-start gap-x-4 gap-y-1 px-4 pt-3 pb-2 hover:bg-paper focus-visible:-outline-offset-2 desk:px-5"
          >
            <span className="min-w-0 grow basis-36">
              <b className="block text-heading leading-6 tracking-snug wrap-anywhere">
                <bdi>{nameOf(trend)}</bdi>
              </b>
              <span className="block text-meta text-ink-2">
                <HowMany trend={trend} />
              </span>
              {trend.why.kind !== "popular" && (
                <span className="mt-0.5 flex items-center gap-1.5 text-meta text-ink-2">
                  <UsersRound className="size-4 flex-none" aria-hidden="true" />
                  <span className="min-w-0">{trend.why.text}</span>
                </span>
              )}
            </span>
            <Sparkline values={trend.hours} />
          </Link>
          {trend.example && <Example bark={trend.example} of={nameOf(trend)} />}
        </li>
      ))}
    </ul>
  );
}

/** "86 people, usually 9". */
export function HowMany({ trend }: { trend: BarkerTrend }) {
  const unusual = howUnusual(trend);
  return (
    <>
      <b className="font-bold text-ink tabular-nums">{short(trend.people_count)}</b>{" "}
      {discover.lately(trend.people_count)}
      {unusual !== "" && `, ${unusual}`}
    </>
  );
}

/** One bark of a trend, which says what people mean by it. */
function Example({ bark, of }: { bark: Status; of: string }) {
  const { account } = bark;
  return (
    <Link
      href={paths.bark(account.acct, bark.id)}
      prefetch={false}
      aria-label={`${discover.example(account.display_name, of)}: ${wordsOf(bark)}`}
      className="mx-4 mb-3 flex gap-2.5 rounded-field bg-paper px-3 py-2.5 hover:bg-sunken desk:mx-5"
    >
      <Avatar src={account.avatar} size={24} lazy />
      <span dir="auto" className="line-clamp-2 min-w-0 flex-1 text-label wrap-anywhere">
        <b>
          <bdi>{account.display_name}</bdi>
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
