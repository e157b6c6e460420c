"use client";

import { Megaphone } from "lucide-react";
import { useState, type ReactNode } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { announcements as words } from "@/app/_words/announcements";

/** An announcement that its reader closes for good, on all of their devices. */
export function ClosableAnnouncement({ id, children }: { id: string; children: ReactNode }) {
  const [closed, setClosed] = useState(false);
  const say = useToast();

  async function close(): Promise<void> {
    setClosed(true);
    const outcome = await send(`/api/v1/announcements/${id}/dismiss`, { method: "POST", keepalive: true });
    // One that was taken back meanwhile is gone either way.
    if (outcome.ok || outcome.status === 404) return;
    setClosed(false);
    say(outcome.sentence);
  }

  if (closed) return null;
  return (
    <section
      aria-label={words.label}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-2 border-b border-line bg-sunken px-4 py-3.5 desk:px-5"
    >
      <Megaphone className="mt-0.5 size-5.5 text-accent-text" aria-hidden="true" />
      <div className="grid gap-2 text-label">{children}</div>
      <Button look="soft" size="small" className="col-start-2 justify-self-start" onClick={() => void close()}>
        {words.read}
      </Button>
    </section>
  );
}
