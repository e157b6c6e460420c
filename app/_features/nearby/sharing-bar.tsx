"use client";

import { fill } from "@/app/_ui/fill";
import { nearby } from "@/app/_words/nearby";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import type { Outcome } from "@/app/_client/api";
import { widened } from "@/app/_features/nearby/accuracy";
import { hide, shareHere } from "@/app/_features/nearby/place";
import { Until } from "@/app/_features/nearby/until";
import { useToast } from "@/app/_ui/toast";
import type { Precision } from "@/lib/nearby/schema";

interface SharingBarProps {
  precision: Precision;
  until: string;
  /** The place was changed, and the change is not visible to others yet. */
  moving: boolean;
}

/** That the viewer shares their place, how exactly and until when, with buttons to stop and to renew. */
export function SharingBar({ precision, until, moving }: SharingBarProps) {
  const router = useRouter();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const [coming, begin] = useTransition();
  const [stopped, setStopped] = useState(false);
  const busy = asking || coming || stopped;

  const act = async <T,>(deed: () => Promise<Outcome<T>>, done: (value: T) => string) => {
    setAsking(true);
    const outcome = await deed();
    setAsking(false);
    say(outcome.ok ? done(outcome.value) : outcome.sentence);
    if (outcome.ok) begin(() => router.refresh());
    return outcome.ok;
  };

  return (
    <section
      aria-label={nearby.yourPlace}
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line py-2 pe-3 ps-4 desk:ps-5"
    >
      <span
        className={cx(
          "inline-flex items-center gap-2 rounded-pill px-2.5 py-0.75 text-meta font-medium",
          stopped ? "bg-sunken text-ink-2" : "bg-pine-soft text-pine",
        )}
      >
        <span className="size-2 rounded-full bg-current" aria-hidden="true" />
        {stopped ? nearby.stopped : nearby.sharing}
      </span>
      <span className="min-w-0 grow basis-32 text-meta text-ink-2">
        {!stopped && fill(nearby.square(precision), { time: <Until at={until} /> })}
        {moving && !stopped && <span className="block">{nearby.moveShownSoon}</span>}
      </span>
      <button
        type="button"
        aria-label={nearby.renew}
        title={nearby.renew}
        disabled={busy}
        onClick={() =>
          void act(
            () => shareHere(precision),
            ({ precision_km: shown }) => widened(precision, shown) ?? nearby.renewedFor12Hours,
          )
        }
        className="grid size-11 flex-none place-items-center rounded-pill text-ink-2 hover:bg-sunken"
      >
        <RefreshCw className={cx("size-5", busy && "opacity-50")} aria-hidden="true" />
      </button>
      <Button
        look="soft"
        size="small"
        disabled={busy}
        onClick={() => void act(hide, () => nearby.nobodySeesYou).then(setStopped)}
      >
        {nearby.stop}
      </Button>
    </section>
  );
}
