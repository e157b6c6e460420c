"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { forgetPerson } from "@/app/_client/forget";
import { setSigningOut } from "@/app/_client/signed-out";
import { sendUnsent, describeUnsent } from "@/app/_client/outbox/unsent";
import { outboxProvider } from "@/app/_client/outbox/mutate";
import { Sheet } from "@/app/_ui/sheet";
import { signingOut as words } from "@/app/_words/shell";

/** Ends the session. Returns a sentence when that failed. */
type End = () => Promise<string | null>;

/** What signing out does with encrypted messages. Pages load it when it is needed; offline it may be missing. */
const keysCode = () =>
  import("@/app/_client/messages/leave").catch(() => ({
    leaveMessages: () => Promise.resolve(),
    describeLoss: () => Promise.resolve(null),
  }));

interface SigningOut {
  /** Asks about unsent content, ends the session, and deletes local data. */
  leave: (end: End) => Promise<void>;
  busy: boolean;
  /** To be rendered: the question, when there is one. */
  question: ReactNode;
}

/**
 * Signing out: all of the person's data on this device is deleted, so it first asks about unsent content. `gone` is
 * called at the end, `failed` with a sentence when the person is still signed in.
 */
export function useSignOut(gone: () => void, failed: (sentence: string) => void, person?: string): SigningOut {
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ end: End; unsent: string | null; loss: string | null } | null>(null);
  // Sending takes a while, and the person may decide to stay signed in meanwhile.
  const attempt = useRef(0);
  const owner = () => person ?? outboxProvider()?.personId ?? "";

  async function finish(end: End): Promise<void> {
    setSigningOut();
    const { leaveMessages } = await keysCode();
    await leaveMessages(owner());
    const failure = await end();
    if (failure === null) {
      await forgetPerson(owner());
      return gone();
    }
    setSigningOut(false);
    setAsked(null);
    setBusy(false);
    failed(failure);
  }
  async function leave(end: End): Promise<void> {
    setBusy(true);
    const { describeLoss } = await keysCode();
    const [unsent, loss] = await Promise.all([describeUnsent(owner()), describeLoss(owner())]);
    if (unsent === null && loss === null) return finish(end);
    setAsked({ end, unsent, loss });
    setBusy(false);
  }
  async function sendFirst(end: End): Promise<void> {
    setBusy(true);
    const mine = ++attempt.current;
    const unsent = await sendUnsent(owner());
    if (attempt.current !== mine) return;
    if (unsent === null) return finish(end);
    setAsked({ end, unsent: words.notAllSent(unsent), loss: asked?.loss ?? null });
    setBusy(false);
  }
  function stay(): void {
    attempt.current++;
    setAsked(null);
    setBusy(false);
  }

  const question = (
    <Sheet open={asked !== null} close={stay} title={asked?.unsent === null ? words.messagesLost : words.notSent} low>
      {asked && (
        <div className="grid gap-4 p-4 pb-6">
          <p role="status" className="text-ink-2">
            {asked.unsent !== null && words.unsentLost(asked.unsent)} {asked.loss}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="soft" onClick={stay}>
              {words.stay}
            </Button>
            <Button look="danger" disabled={busy} onClick={() => void finish(asked.end)}>
              {words.discard}
            </Button>
            {asked.unsent !== null && (
              <Button data-first disabled={busy} onClick={() => void sendFirst(asked.end)}>
                {busy ? words.sending : words.sendFirst}
              </Button>
            )}
          </div>
        </div>
      )}
    </Sheet>
  );
  return { leave, busy, question };
}
