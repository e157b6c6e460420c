"use client";

import { useState } from "react";
import { momentOf } from "@/app/_features/messages/times";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";

/** Asks before new keys are announced: they replace the old ones after three days. */
export function ResetSheet({ open, close }: { open: boolean; close: () => void }) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  async function start(): Promise<void> {
    setBusy(true);
    const started = await act((messenger) => messenger.startReset(), "Your new keys are announced");
    setBusy(false);
    if (started) close();
  }
  return (
    <Sheet open={open} close={close} low title="Start again?">
      <div className="grid gap-4 px-4 pb-6">
        <ul className="grid list-disc gap-1 ps-5 text-label text-ink-2">
          <li>It takes 72 hours, so that somebody who took your password cannot do it behind your back.</li>
          <li>Your old devices are told, and can stop it.</li>
          <li>Older messages stay closed for ever.</li>
          <li>The people you write with see that your keys are new.</li>
        </ul>
        <div className="flex flex-wrap gap-3 *:flex-1">
          <Button look="soft" data-first onClick={close}>
            Not now
          </Button>
          <Button look="danger" disabled={busy} onClick={() => void start()}>
            Start the 72 hours
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** A reset that was announced: when it can be completed, and the button for that. */
export function ResetRunning({ at, now }: { at: number; now: number }) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const due = now >= at;
  async function complete(): Promise<void> {
    setBusy(true);
    await act((messenger) => messenger.completeReset());
    setBusy(false);
  }
  return (
    <div role="status" className="grid gap-3 rounded-card bg-warn-soft p-4 text-label text-warn">
      <p>
        {due
          ? "The 72 hours are over. You can begin with new keys."
          : `You start again. Your new keys can be used from ${momentOf(at, now)}; until then any of these still opens the old ones.`}
      </p>
      {due && (
        <Button disabled={busy} onClick={() => void complete()}>
          Begin with new keys
        </Button>
      )}
    </div>
  );
}
