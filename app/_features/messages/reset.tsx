"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
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
    const started = await act((messenger) => messenger.startReset(), sentences.yourNewKeysAreAnnounced);
    setBusy(false);
    if (started) close();
  }
  return (
    <Sheet open={open} close={close} low title={sentences.startAgainQuestion}>
      <div className="grid gap-4 px-4 pb-6">
        <ul className="grid list-disc gap-1 ps-5 text-label text-ink-2">
          <li>{sentences.why72Hours}</li>
          <li>{sentences.yourOldDevicesAreTold}</li>
          <li>{sentences.olderStayClosed}</li>
          <li>{sentences.othersSeeNewKeys}</li>
        </ul>
        <div className="flex flex-wrap gap-3 *:flex-1">
          <Button look="soft" data-first onClick={close}>
            {sentences.notNow}
          </Button>
          <Button look="danger" disabled={busy} onClick={() => void start()}>
            {sentences.start72Hours}
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
      <p>{due ? sentences.waitIsOver : sentences.startsAgainAt(momentOf(at, now))}</p>
      {due && (
        <Button disabled={busy} onClick={() => void complete()}>
          {sentences.beginWithNewKeys}
        </Button>
      )}
    </div>
  );
}
