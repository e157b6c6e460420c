"use client";

import Link from "next/link";
import { useEffect, useState, type ReactNode } from "react";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { addressOf, HowMany, nameOf } from "@/app/_features/discover/trends";
import { howPopular, whySuggested, wordsOf } from "@/app/_features/discover/words";
import { FollowButton } from "@/app/_features/people/follow-button";
import { discover } from "@/app/_words/discover";
import type { Suggestion } from "@/lib/circles/schema";
import { paths } from "@/lib/paths";
import type { PopularStatus } from "@/lib/popular/schema";
import type { BarkerTrend } from "@/lib/trends/schema";

const EACH = 3;
const POPULAR = 2;

interface Known {
  popular: PopularStatus[];
  trends: BarkerTrend[];
  people: Suggestion[];
}

interface ColumnCardsProps {
  viewerId: string | null;
  withPopular: boolean;
  withTrends: boolean;
}

/** The cards of the right column. Those that cannot be loaded are left out. */
export default function ColumnCards({ viewerId, withPopular, withTrends }: ColumnCardsProps) {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let late = false;
    void load(viewerId !== null).then((loaded) => late || setKnown(loaded));
    return () => void (late = true);
  }, [viewerId]);
  if (!known) return null;
  const { popular, trends, people } = known;
  return (
    <div className="late grid grid-cols-1 gap-4">
      {withPopular && popular.length > 0 && (
        <Card title={discover.popular} href={paths.popular}>
          {popular.map((bark, index) => (
            <li key={bark.id} className="relative flex gap-3 border-t border-line py-2.5 first:border-0">
              <span className="w-5 font-black text-accent-text tabular-nums">{index + 1}</span>
              <span className="min-w-0 flex-1">
                <Link
                  href={paths.bark(bark.account.acct, bark.id)}
                  prefetch={false}
                  dir="auto"
                  className="line-clamp-2 text-label wrap-anywhere after:absolute after:inset-0"
                >
                  {wordsOf(bark)}
                </Link>
                <span className="block truncate text-meta text-ink-3">
                  <bdi>{bark.account.display_name}</bdi> · {howPopular(bark)}
                </span>
              </span>
            </li>
          ))}
        </Card>
      )}
      {withTrends && trends.length > 0 && (
        <Card title={viewerId ? discover.trending : discover.trends} href={paths.trends}>
          {trends.map((trend) => (
            <li key={`${trend.kind} ${trend.name}`} className="border-t border-line first:border-0">
              <Link href={addressOf(trend)} prefetch={false} className="grid min-h-11 content-center py-2">
                <b className="truncate text-label">
                  <bdi>{nameOf(trend)}</bdi>
                </b>
                <span className="text-meta text-ink-3">
                  <HowMany trend={trend} />
                </span>
              </Link>
            </li>
          ))}
        </Card>
      )}
      {people.length > 0 && (
        <Card title={discover.mayKnow} href={paths.discover}>
          {people.map((suggestion) => {
            const { account } = suggestion;
            return (
              <li key={account.id} className="flex items-center gap-3 border-t border-line py-2.5 first:border-0">
                <Avatar src={account.avatar} size={40} lazy />
                <Link href={paths.person(account.acct)} prefetch={false} className="min-w-0 flex-1 text-label">
                  <b className="block truncate">
                    <bdi>{account.display_name}</bdi>
                  </b>
                  <span className="line-clamp-2 text-meta text-ink-3">{whySuggested(suggestion)}</span>
                </Link>
                <FollowButton person={{ id: account.id, name: account.display_name, locked: account.locked }} />
              </li>
            );
          })}
        </Card>
      )}
    </div>
  );
}

function Card({ title, href, children }: { title: string; href: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-card border border-line bg-surface px-4 pt-1.5 pb-1.5">
      <h2 className="text-subhead leading-6 font-bold tracking-snug">
        <Link href={href} prefetch={false} className="flex min-h-11 items-center hover:underline">
          {title}
        </Link>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

async function load(signedIn: boolean): Promise<Known> {
  const [popular, trends, people] = await Promise.all([
    send<PopularStatus[]>(`/api/v1/trends/statuses?limit=${2 * POPULAR}`),
    send<BarkerTrend[]>(`/api/v1/barker/trends?limit=${EACH}`),
    signedIn ? send<Suggestion[]>(`/api/v2/suggestions?limit=${EACH}`) : null,
  ]);
  const shown = popular.ok ? popular.value.filter(({ filtered }) => filtered.length === 0) : [];
  return {
    popular: shown.slice(0, POPULAR),
    trends: trends.ok ? trends.value : [],
    people: people?.ok ? people.value : [],
  };
}
