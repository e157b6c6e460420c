"use client";

import { nearby } from "@/app/_words/nearby";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { shareHere } from "@/app/_features/nearby/place";
import { useToast } from "@/app/_ui/toast";
import { widened } from "@/app/_features/nearby/accuracy";
import { PrecisionChoice } from "@/app/_features/nearby/precision";
import type { Precision } from "@/lib/nearby/schema";

/** The choice of a square, and the button that shares it. Errors are shown in a sentence. */
export function OptIn() {
  const router = useRouter();
  const say = useToast();
  const [precision, setPrecision] = useState<Precision>(2);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [coming, begin] = useTransition();
  const busy = asking || coming;

  const shareSquare = async () => {
    setTrouble(null);
    setAsking(true);
    const outcome = await shareHere(precision);
    setAsking(false);
    if (!outcome.ok) return setTrouble(outcome.sentence);
    const wider = widened(precision, outcome.value.precision_km);
    if (wider !== null) say(wider);
    scrollTo({ top: 0 });
    begin(() => router.refresh());
  };

  return (
    <>
      <PrecisionChoice chosen={precision} choose={setPrecision} disabled={busy} />
      <div role="alert" className="empty:hidden">
        {trouble && <p className="rounded-field bg-danger-soft px-4 py-3 text-label text-danger">{trouble}</p>}
      </div>
      <Button size="large" className="w-full" disabled={busy} onClick={() => void shareSquare()}>
        {busy ? nearby.lookingAround : nearby.shareMySquare}
      </Button>
    </>
  );
}
