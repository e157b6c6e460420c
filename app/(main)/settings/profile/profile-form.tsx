"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FieldRows } from "@/app/(main)/settings/profile/field-rows";
import { PicturePicker, withSmallPictures, type PictureFaults } from "@/app/_features/profile/picture-picker";
import { LeaveGuard } from "@/app/_features/shell/leave-guard";
import { send } from "@/app/_client/api";
import { useUnsaved } from "@/app/_client/unsaved";
import { Button, buttonClass } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { settings as words } from "@/app/_words/settings";
import type { CredentialAccount } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

/** Name, pictures, bio and fields. The input stays when saving fails. */
export function ProfileForm({ account }: { account: CredentialAccount }) {
  const [busy, setBusy] = useState(false);
  const { mark, saving } = useUnsaved();
  const [faults, setFaults] = useState<PictureFaults>({});
  const say = useToast();
  const router = useRouter();

  async function save(element: HTMLFormElement): Promise<void> {
    const form = new FormData(element);
    const saved = saving();
    setBusy(true);
    const refused = await withSmallPictures(form);
    if (refused !== null) {
      setBusy(false);
      return setFaults(refused);
    }
    const outcome = await send("/api/v1/accounts/update_credentials", { method: "PATCH", form });
    setBusy(false);
    setFaults(outcome.ok ? {} : outcome.fields);
    say(outcome.ok ? words.profile.saved : outcome.sentence);
    if (outcome.ok) {
      saved();
      return router.refresh();
    }
    // The button is far below the fields, so the first one with an error is focused.
    const [first = ""] = Object.keys(outcome.fields);
    element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }

  return (
    <form
      className="grid grid-cols-1 gap-5 rounded-card border border-line bg-surface pb-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
    >
      <LeaveGuard />
      <div>
        <PicturePicker kind="header" src={account.header} fault={faults["header"]} />
        <PicturePicker kind="avatar" src={account.avatar} fault={faults["avatar"] ?? faults["file"]} />
      </div>
      <TextInput
        className="px-4"
        label={words.profile.name}
        name="display_name"
        defaultValue={account.display_name}
        autoComplete="name"
        help={words.profile.nameHelp}
        fault={faults["display_name"]}
      />
      <TextArea
        className="px-4"
        label={words.profile.bio}
        name="note"
        rows={4}
        defaultValue={account.source.note}
        help={words.profile.bioHelp}
        fault={faults["note"]}
      />
      <FieldRows fields={account.source.fields} fault={faults["fields"]} />
      <div className="flex flex-wrap justify-end gap-2 px-4">
        <Link href={paths.person(account.acct)} className={buttonClass({ look: "soft" })}>
          {words.profile.see}
        </Link>
        <Button type="submit" disabled={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
