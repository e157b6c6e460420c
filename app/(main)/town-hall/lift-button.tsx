"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import type { Lasting } from "@/lib/strikes/schema";

/** Lifts a measure that is in force against somebody. */
export function LiftButton({ personId, measure }: { personId: string; measure: Lasting }) {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function lift(): Promise<void> {
    setBusy(true);
    const address = `/api/v1/barker/town_hall/people/${personId}/lift`;
    const outcome = await send(address, { method: "POST", json: { measure } });
    setBusy(false);
    say(outcome.ok ? words.lifted : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  return (
    <Button
      look="soft"
      disabled={busy}
      aria-label={words.liftNamed(words.measures[measure].name)}
      onClick={() => void lift()}
    >
      {words.lift}
    </Button>
  );
}
