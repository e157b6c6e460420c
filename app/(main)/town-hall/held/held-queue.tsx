"use client";

import { useState } from "react";
import { HeldCard } from "@/app/(main)/town-hall/held/held-card";
import { send } from "@/app/_client/api";
import { Empty } from "@/app/_ui/empty";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import type { HeldBark } from "@/lib/barks/held/schema";

/** The barks that wait, oldest first; each is decided with one press. `count`: how many wait in all. */
export function HeldQueue({ initially, count }: { initially: HeldBark[]; count: number }) {
  const [waiting, setWaiting] = useState(initially);
  const [busy, setBusy] = useState<string | null>(null);
  const say = useToast();

  async function decide({ id }: HeldBark, verb: "approve" | "decline"): Promise<void> {
    setBusy(id);
    const outcome = await send(`/api/v1/barker/town_hall/held/${id}/${verb}`, { method: "POST" });
    setBusy(null);
    if (outcome.ok) say(verb === "approve" ? words.published : words.declined);
    else say(outcome.sentence);
    if (outcome.ok || outcome.status === 404) setWaiting((before) => before.filter((one) => one.id !== id));
  }

  if (waiting.length === 0) return <Empty title={words.noHeld} sentence={words.noHeldSentence} />;
  return (
    <section className="grid grid-cols-1 gap-3">
      <p className="mx-1 text-label text-ink-2">{words.heldAbout}</p>
      <ul aria-label={words.held} className="overflow-hidden rounded-card border border-line bg-surface">
        {waiting.map((bark) => (
          <HeldCard
            key={bark.id}
            bark={bark}
            busy={busy === bark.id}
            approve={() => void decide(bark, "approve")}
            decline={() => void decide(bark, "decline")}
          />
        ))}
      </ul>
      {count > initially.length && <p className="mx-1 text-meta text-ink-3">{words.moreHeld}</p>}
    </section>
  );
}
