"use client";

import { useState } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { forgetPerson } from "@/app/_client/forget";
import { setSigningOut } from "@/app/_client/signed-out";
import { Sheet } from "@/app/_ui/sheet";
import { settings as words } from "@/app/_words/settings";
import { paths } from "@/lib/paths";

interface Leaving {
  handle: string;
  personId: string;
  /** For how many days they can come back. */
  days: number;
}

/** Asks for confirmation and the password before an account is deleted. */
export function DeleteAccount({ handle, personId, days }: Leaving) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function leave(form: FormData): Promise<void> {
    setBusy(true);
    setSigningOut();
    const json = { password: textOf(form, "password") };
    const outcome = await send("/api/v1/barker/account", { method: "DELETE", json });
    if (outcome.ok) {
      await forgetPerson(personId);
      return location.assign(paths.landing);
    }
    setSigningOut(false);
    setFault(outcome.fields["password"] ?? outcome.sentence);
    setBusy(false);
  }

  return (
    <>
      <Button look="danger" className="justify-self-start" onClick={() => setOpen(true)}>
        {words.data.deleteMine}
      </Button>
      <Sheet open={open} close={() => setOpen(false)} title={words.data.deleteTitle(handle)}>
        <form
          className="grid gap-4 p-4"
          onSubmit={(event) => {
            event.preventDefault();
            void leave(new FormData(event.currentTarget));
          }}
        >
          <p className="text-label text-ink-2">{words.data.deleteEffect(days)}</p>
          <TextInput
            label={words.password.yours}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            data-first
            fault={fault}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="soft" onClick={() => setOpen(false)}>
              {words.data.stay}
            </Button>
            <Button type="submit" look="danger" disabled={busy}>
              {words.data.deleteMine}
            </Button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
