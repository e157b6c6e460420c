"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { fill } from "@/app/_ui/fill";
import type { Outcome } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { serverNow } from "@/app/_client/clock";
import { widened } from "@/app/_features/nearby/accuracy";
import { HOURS, hide, shareHere, extendSharing } from "@/app/_features/nearby/place";
import { PrecisionChoice } from "@/app/_features/nearby/precision";
import { Until } from "@/app/_features/nearby/until";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import { place as sentences } from "@/app/_words/settings";
import type { Location, Precision } from "@/lib/nearby/schema";

const HIDDEN = sentences.hidden;
const SPANS: [number, string][] = [
  [HOURS, sentences.hours],
  [24, sentences.day],
  [168, sentences.week],
  [720, sentences.month],
];

/** Whether the viewer is shown to people nearby, how exactly and until when. */
export function PlaceRows({ location, precision }: { location: Location | null; precision: Precision }) {
  const router = useRouter();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const [coming, begin] = useTransition();
  const [wanted, setWanted] = useState(precision);
  const [on, setOn] = useState(location !== null);
  const busy = asking || coming;

  const act = async <T,>(deed: () => Promise<Outcome<T>>, done: (value: T) => string) => {
    setAsking(true);
    const outcome = await deed();
    setAsking(false);
    say(outcome.ok ? done(outcome.value) : outcome.sentence);
    if (outcome.ok) begin(() => router.refresh());
    else {
      setWanted(precision);
      setOn(location !== null);
    }
  };
  const turn = (next: boolean) => {
    if (busy) return;
    setOn(next);
    if (!next) return void act(hide, () => HIDDEN);
    void act(
      () => shareHere(wanted),
      ({ precision_km: shown }) => widened(wanted, shown) ?? sentences.shown,
    );
  };
  const resize = (size: Precision) => {
    setWanted(size);
    if (!location) return;
    const hours = Math.max(1, (Date.parse(location.expires_at) - serverNow()) / 3_600_000);
    // A larger square can be derived from the stored one; for a smaller one the device's position is needed.
    const deed = size > precision ? () => extendSharing(location, size, hours) : () => shareHere(size, hours);
    void act(deed, ({ precision_km: shown }) => widened(size, shown) ?? sentences.shownIn(size));
  };

  return (
    <>
      <li>
        <Switch id="place-on" title={sentences.show} detail={sentences.showDetail} on={on} change={turn} />
      </li>
      <li className="border-t border-line px-4 py-3">
        <PrecisionChoice chosen={wanted} choose={resize} disabled={busy} />
        <p className="mt-1.5 text-meta text-ink-3">{sentences.stored}</p>
      </li>
      {location && on && (
        <>
          <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line px-4 py-2">
            <span className="min-w-0 grow basis-40">
              <b className="block text-label">{sentences.until}</b>
              <span className="block text-meta text-ink-3">
                {fill(sentences.untilThenHidden, { time: <Until at={location.expires_at} /> })}
              </span>
            </span>
            <select
              aria-label={sentences.extend}
              value=""
              disabled={busy}
              onChange={(event) =>
                void act(
                  () => extendSharing(location, precision, Number(event.target.value)),
                  () => sentences.extended,
                )
              }
              className="ms-auto min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label"
            >
              <option value="" disabled>
                {sentences.renew}
              </option>
              {SPANS.map(([hours, words]) => (
                <option key={hours} value={hours}>
                  {words}
                </option>
              ))}
            </select>
          </li>
          <li className="border-t border-line px-4 py-3">
            <Button look="danger" disabled={busy} className="w-full" onClick={() => turn(false)}>
              {sentences.hide}
            </Button>
          </li>
        </>
      )}
    </>
  );
}
