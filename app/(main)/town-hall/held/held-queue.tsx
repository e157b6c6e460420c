"use client";

import { HeldCard } from "@/app/(main)/town-hall/held/held-card";
import { useQueue } from "@/app/(main)/town-hall/use-queue";
import { Empty } from "@/app/_ui/empty";
import { townHall as words } from "@/app/_words/town-hall";
import type { HeldBark } from "@/lib/barks/held/schema";

const PATH = "/api/v1/barker/town_hall/held";

/** The barks that wait, oldest first. `more`: whether there are others. */
export function HeldQueue({ barks, more }: { barks: HeldBark[]; more: boolean }) {
  const { waiting, busy, decide } = useQueue(barks, more, PATH);
  if (waiting.length === 0 && !more) return <Empty title={words.noHeld} sentence={words.noHeldSentence} />;
  return (
    <section className="grid grid-cols-1 gap-3">
      <p className="mx-1 text-label text-ink-2">{words.heldAbout}</p>
      <ul aria-label={words.held} className="overflow-hidden rounded-card border border-line bg-surface">
        {waiting.map((bark) => (
          <HeldCard
            key={bark.id}
            bark={bark}
            busy={busy === bark.id}
            approve={() => void decide(bark, "approve", words.published)}
            decline={() => void decide(bark, "decline", words.declined)}
          />
        ))}
      </ul>
      {more && <p className="mx-1 text-meta text-ink-3">{words.moreHeld}</p>}
    </section>
  );
}
