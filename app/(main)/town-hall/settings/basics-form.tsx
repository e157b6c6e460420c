"use client";

import { useState } from "react";
import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { textOf } from "@/app/_client/api";
import { townSettings as words } from "@/app/_words/town-settings";
import { TextInput } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-area";
import { SETTINGS_LIMITS } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";

/** Name, description, contact and languages of the town. */
export function BasicsForm({ settings }: { settings: TownSettings }) {
  const [languages, setLanguages] = useState(settings.languages.join(", "));
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);

  return (
    <form
      aria-label={words.basics}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void save({
          name: textOf(form, "name"),
          description: textOf(form, "description"),
          contact_email: textOf(form, "contact_email").trim(),
          contact_handle: textOf(form, "contact_handle").trim().replace(/^@/, ""),
          languages: languages.split(/[\s,]+/).filter((language) => language !== ""),
        });
      }}
    >
      <h2 className="text-heading leading-6 font-bold">{words.basics}</h2>
      <TextInput
        label={words.name}
        name="name"
        maxLength={SETTINGS_LIMITS.name}
        defaultValue={settings.name}
        help={words.nameHelp}
        fault={faults["name"]}
      />
      <TextArea
        label={words.description}
        name="description"
        rows={3}
        maxLength={SETTINGS_LIMITS.description}
        defaultValue={settings.description}
        fault={faults["description"]}
      />
      <TextInput
        label={words.contactEmail}
        name="contact_email"
        type="email"
        defaultValue={settings.contact_email}
        help={words.contactHelp}
        fault={faults["contact_email"]}
      />
      <TextInput
        label={words.contactHandle}
        name="contact_handle"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={settings.contact_handle}
        help={words.contactHandleHelp}
        fault={faults["contact_handle"]}
      />
      <TextInput
        label={words.languages}
        autoCapitalize="none"
        spellCheck={false}
        value={languages}
        onChange={(event) => setLanguages(event.target.value)}
        help={words.languagesHelp}
        fault={faults["languages"] && words.languagesFault}
      />
      <SaveRow busy={busy} isUnsaved={isUnsaved} />
    </form>
  );
}
