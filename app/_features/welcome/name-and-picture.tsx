"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { PicturePicker, withSmallPictures, type PictureFaults } from "@/app/_features/profile/picture-picker";
import { stepPath } from "@/app/_features/welcome/step-bar";
import { welcome as words } from "@/app/_words/welcome";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { useToast } from "@/app/_ui/toast";
import type { CredentialAccount } from "@/lib/people/schema";

/** The first step: a name and a picture. */
export function NameAndPicture({ account, next }: { account: CredentialAccount; next: string }) {
  const router = useRouter();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<PictureFaults>({});

  async function save(element: HTMLFormElement): Promise<void> {
    const form = new FormData(element);
    setBusy(true);
    const refused = await withSmallPictures(form);
    if (refused === null) {
      const outcome = await send("/api/v1/accounts/update_credentials", { method: "PATCH", form });
      if (outcome.ok) return router.push(stepPath(2, next, []));
      setFaults(outcome.fields);
      if (Object.keys(outcome.fields).length === 0) say(outcome.sentence);
    } else setFaults(refused);
    setBusy(false);
  }

  return (
    <form
      className="flex flex-1 flex-col"
      onChange={() => setFaults({})}
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
    >
      <h1 className="text-display font-black tracking-display">{words.headings[0]}</h1>
      <p className="mt-1 mb-5 text-label text-ink-2">{words.faceLead}</p>
      <div className="-mx-4 pt-11">
        <PicturePicker kind="avatar" src={account.avatar} fault={faults["avatar"] ?? faults["file"]} />
      </div>
      <TextInput
        className="mt-5"
        label={words.name}
        name="display_name"
        defaultValue={account.display_name}
        autoComplete="name"
        help={words.nameHelp}
        fault={faults["display_name"]}
      />
      <div className="sticky bottom-0 -mx-4 mt-auto border-t border-line bg-surface p-4 pb-safe">
        <Button type="submit" look="ink" size="large" className="w-full" disabled={busy}>
          {words.next}
        </Button>
      </div>
    </form>
  );
}
