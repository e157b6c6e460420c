"use client";

import { useState } from "react";
import { LinesField } from "@/app/(main)/town-hall/lines-field";
import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { townSettings as words } from "@/app/_words/town-settings";
import type { TownSettings } from "@/lib/settings/schema";

/** The words that are not allowed here, and those that staff read before everybody can. */
export function WordsForm({ settings }: { settings: TownSettings }) {
  const [blocked, setBlocked] = useState(settings.blocked_words.join("\n"));
  const [held, setHeld] = useState(settings.held_words.join("\n"));
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);

  return (
    <form
      aria-label={words.words}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ blocked_words: linesOf(blocked), held_words: linesOf(held) });
      }}
    >
      <div className="grid gap-1">
        <h2 className="text-heading leading-6 font-bold">{words.words}</h2>
        <p className="text-label text-ink-2">{words.wordsAbout}</p>
      </div>
      <LinesField
        label={words.blockedWords}
        help={words.blockedWordsHelp}
        fault={faults["blocked_words"]}
        rows={4}
        value={blocked}
        change={setBlocked}
      />
      <LinesField
        label={words.heldWords}
        help={words.heldWordsHelp}
        fault={faults["held_words"]}
        rows={4}
        value={held}
        change={setHeld}
      />
      <SaveRow busy={busy} isUnsaved={isUnsaved} />
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
