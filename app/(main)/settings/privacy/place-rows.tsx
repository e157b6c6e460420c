"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Outcome } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { serverNow } from "@/app/_client/clock";
import { widened } from "@/app/_features/nearby/accuracy";
import { HOURS, hide, shareHere, extendSharing } from "@/app/_features/nearby/place";
import { PrecisionChoice } from "@/app/_features/nearby/precision";
import { Until } from "@/app/_features/nearby/until";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import type { Location, Precision } from "@/lib/nearby/schema";

const HIDDEN = "Nobody sees you any more.";
const SPANS: [number, string][] = [
  [HOURS, "12 hours from now"],
  [24, "1 day from now"],
  [168, "1 week from now"],
  [720, "30 days from now"],
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
      ({ precision_km: shown }) => widened(wanted, shown) ?? "You are shown for 12 hours.",
    );
  };
  const resize = (size: Precision) => {
    setWanted(size);
    if (!location) return;
    const hours = Math.max(1, (Date.parse(location.expires_at) - serverNow()) / 3_600_000);
    // A larger square can be derived from the stored one; for a smaller one the device's position is needed.
    const deed = size > precision ? () => extendSharing(location, size, hours) : () => shareHere(size, hours);
    void act(deed, ({ precision_km: shown }) => widened(size, shown) ?? `You are shown in a ${size} km square.`);
  };

  return (
    <>
      <li>
        <Switch
          id="place-on"
          title="Show me to people nearby"
          detail="They see you in bands such as “2–5 km”, and you see them. Off means hidden at once"
          on={on}
          change={turn}
        />
      </li>
      <li className="border-t border-line px-4 py-3">
        <PrecisionChoice chosen={wanted} choose={resize} disabled={busy} />
        <p className="mt-1.5 text-meta text-ink-3">
          Stored are the middle of your square, its size and until when; after that for a day the last square and when
          you moved, which nobody sees.
        </p>
      </li>
      {location && on && (
        <>
          <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line px-4 py-2">
            <span className="min-w-0 grow basis-40">
              <b className="block text-label">Shown until</b>
              <span className="block text-meta text-ink-3">
                <Until at={location.expires_at} />, then nobody sees it
              </span>
            </span>
            <select
              aria-label="Keep showing me until"
              value=""
              disabled={busy}
              onChange={(event) =>
                void act(
                  () => extendSharing(location, precision, Number(event.target.value)),
                  () => "Renewed.",
                )
              }
              className="ms-auto min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label"
            >
              <option value="" disabled>
                Renew
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
              Hide my place
            </Button>
          </li>
        </>
      )}
    </>
  );
}
