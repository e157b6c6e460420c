import { Pin } from "lucide-react";
import { BarkCard } from "@/app/_features/bark/card";
import { profile as words } from "@/app/_words/profile";
import type { Status } from "@/lib/barks/schema";

/** A person's pinned barks. */
export function Pinned({ statuses, viewerId }: { statuses: Status[]; viewerId: string | null }) {
  if (statuses.length === 0) return null;
  return (
    <section aria-labelledby="pinned" className="@container border-b-4 border-line">
      <h2 id="pinned" className="flex items-center gap-2 px-4 pt-3 text-meta font-medium text-ink-3 desk:px-5">
        <Pin className="size-4" aria-hidden="true" /> {words.pinned}
      </h2>
      {statuses.map((status) => (
        <BarkCard key={status.id} status={status} viewerId={viewerId} />
      ))}
    </section>
  );
}
