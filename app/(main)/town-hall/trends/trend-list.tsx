"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Rows } from "@/app/_ui/rows";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import type { ReviewedTrend } from "@/lib/trends/schema";

interface TrendListProps {
  title: string;
  empty: string;
  trends: ReviewedTrend[];
  /** Whether the buttons hide the terms, or let them trend again. */
  hides: boolean;
}

/** Terms, each with the button that keeps it out of trends or lets it trend again. */
export function TrendList({ title, empty, trends, hides }: TrendListProps) {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function decide({ key, name }: ReviewedTrend): Promise<void> {
    setBusy(true);
    const json = { key, name, hidden: hides };
    const outcome = await send("/api/v1/barker/town_hall/trends", { method: "POST", json });
    setBusy(false);
    say(outcome.ok ? (hides ? words.trendHidden(name) : words.trendShown(name)) : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  return (
    <Rows title={title}>
      {trends.length === 0 && <li className="px-4 py-3 text-label text-ink-2">{empty}</li>}
      {trends.map((trend) => (
        <li
          key={trend.key}
          className="flex min-h-13.5 flex-wrap items-center justify-between gap-3 border-line px-4 py-2 not-first:border-t"
        >
          <b dir="auto" className="min-w-0 text-label wrap-anywhere">
            {trend.name}
          </b>
          <Button
            look="soft"
            size="small"
            disabled={busy}
            aria-label={hides ? words.hideTrendNamed(trend.name) : words.showTrendNamed(trend.name)}
            onClick={() => void decide(trend)}
          >
            {hides ? words.hideTrend : words.showTrend}
          </Button>
        </li>
      ))}
    </Rows>
  );
}
