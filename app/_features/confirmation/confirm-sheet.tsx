"use client";

import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { confirmWithPasskey } from "@/app/_client/passkeys";
import { Sheet } from "@/app/_ui/sheet";
import { settings as words } from "@/app/_words/settings";
import type { ConfirmationWays } from "@/lib/auth/schema";

interface ConfirmSheetProps {
  open: boolean;
  close: () => void;
  /** The available ways to confirm. */
  ways: ConfirmationWays;
  confirmed: () => void;
}

/** Asks for the password or a passkey before what would outlast a stolen session. */
export function ConfirmSheet({ open, close, ways, confirmed }: ConfirmSheetProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function withPassword(form: FormData): Promise<void> {
    setBusy(true);
    const json = { password: textOf(form, "password") };
    const outcome = await send("/api/v1/barker/confirmation", { method: "POST", json });
    setBusy(false);
    if (!outcome.ok) return setFault(outcome.fields["password"] ?? outcome.sentence);
    setFault(undefined);
    confirmed();
  }

  async function withPasskey(): Promise<void> {
    setBusy(true);
    const outcome = await confirmWithPasskey();
    setBusy(false);
    if (!outcome.ok) return setFault("cancelled" in outcome ? words.password.noneUsed : outcome.sentence);
    setFault(undefined);
    confirmed();
  }

  return (
    <Sheet open={open} close={close} title={words.password.confirmTitle} low>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void withPassword(new FormData(event.currentTarget));
        }}
      >
        <p className="text-label text-ink-2">{words.password.confirmWhy}</p>
        {ways.password ? (
          <TextInput
            label={words.password.yours}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            data-first
            fault={fault}
          />
        ) : (
          fault && (
            <p role="alert" className="text-meta text-danger">
              {fault}
            </p>
          )
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {ways.passkey && (
            <Button look="outline" disabled={busy} onClick={() => void withPasskey()}>
              <Fingerprint className="size-5" aria-hidden="true" /> {words.password.withPasskey}
            </Button>
          )}
          {ways.password && (
            <Button type="submit" disabled={busy}>
              {words.password.confirm}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
