"use client";

import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { textOf } from "@/app/_client/api";
import { townSettings as words } from "@/app/_words/town-settings";
import { TextArea } from "@/app/_ui/text-area";
import { SETTINGS_LIMITS } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";

/** The pages about the town, privacy and terms. */
export function PagesForm({ settings }: { settings: TownSettings }) {
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);
  const pages = [
    { name: "about", label: words.about },
    { name: "privacy", label: words.privacy, help: words.privacyHelp },
    { name: "terms", label: words.terms, help: words.termsHelp },
  ] as const;

  return (
    <form
      aria-label={words.pages}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void save(Object.fromEntries(pages.map(({ name }) => [name, textOf(form, name)])));
      }}
    >
      <h2 className="text-heading leading-6 font-bold">{words.pages}</h2>
      <p className="-mt-2 text-label text-ink-2">{words.pagesAbout}</p>
      {pages.map(({ name, ...page }) => (
        <TextArea
          key={name}
          {...page}
          name={name}
          rows={8}
          maxLength={SETTINGS_LIMITS.page}
          defaultValue={settings[name]}
          fault={faults[name]}
        />
      ))}
      <SaveRow busy={busy} isUnsaved={isUnsaved} />
    </form>
  );
}
