"use client";

import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { joining } from "@/app/_words/joining";
import { Button } from "@/app/_ui/button";
import { knowsPasskeys, noPasskeys, signInWithPasskey } from "@/app/_client/passkeys";

/** Signs in with a passkey of this device, without a handle or a password. `closed`: the account is closed. */
export function PasskeyButton({ next, closed }: { next: string; closed: (ticket: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function enter(): Promise<void> {
    if (!knowsPasskeys()) return setFault(noPasskeys());
    setBusy(true);
    setFault(null);
    const outcome = await signInWithPasskey();
    if (outcome.ok && outcome.value.ticket !== null) return closed(outcome.value.ticket);
    if (outcome.ok) return location.assign(next);
    setFault("cancelled" in outcome ? joining.noPasskeyUsed : outcome.sentence);
    setBusy(false);
  }

  return (
    <>
      <Button look="outline" disabled={busy} onClick={() => void enter()}>
        <Fingerprint className="size-5" aria-hidden="true" /> {joining.passkey}
      </Button>
      {fault && (
        <p role="alert" className="-mt-2 text-meta text-danger">
          {fault}
        </p>
      )}
    </>
  );
}
