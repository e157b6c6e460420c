"use client";

import { ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { townSettings as words } from "@/app/_words/town-settings";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-area";
import { SETTINGS_LIMITS } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";

/** A rule in the form. New ones have a key of this page, and no id yet. */
interface Draft {
  key: string;
  id?: string;
  text: string;
  hint: string;
}

const draftsOf = (rules: TownSettings["rules"]): Draft[] => rules.map((rule) => ({ key: rule.id, ...rule }));

/** The rules in their order: changed, added, moved up and removed here, and saved together. */
export function RulesForm({ settings }: { settings: TownSettings }) {
  const [known, setKnown] = useState(settings.rules);
  const [drafts, setDrafts] = useState(() => draftsOf(settings.rules));
  const [added, setAdded] = useState(0);
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);
  // What others changed meanwhile is shown once the page reads it, unless something here would be lost.
  if (known !== settings.rules && !isUnsaved) {
    setKnown(settings.rules);
    setDrafts(draftsOf(settings.rules));
  }
  const change = (key: string, part: Partial<Draft>) =>
    setDrafts((before) => before.map((rule) => (rule.key === key ? { ...rule, ...part } : rule)));

  /** Saves the rules; new ones have an id afterwards, and what was typed meanwhile stays. */
  async function saveAll(): Promise<void> {
    const saved = await save({ rules: drafts.map(({ id, text, hint }) => ({ id, text, hint })) });
    const ids = new Map(drafts.map(({ key }, index) => [key, saved?.rules[index]?.id]));
    setDrafts((now) => now.map((rule) => ({ ...rule, id: ids.get(rule.key) ?? rule.id })));
  }

  function raise(index: number): void {
    mark();
    setDrafts((before) => {
      const [moved] = before.slice(index, index + 1);
      const others = before.filter((_, place) => place !== index);
      return moved ? others.toSpliced(index - 1, 0, moved) : before;
    });
  }

  return (
    <form
      aria-label={words.rules}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        void saveAll();
      }}
    >
      <h2 className="text-heading leading-6 font-bold">{words.rules}</h2>
      <p className="-mt-2 text-label text-ink-2">{words.rulesAbout}</p>
      <ol className="grid gap-5">
        {drafts.map(({ key, text, hint }, index) => (
          <li key={key} className="grid gap-2">
            <div className="flex flex-wrap items-end gap-2">
              <TextInput
                className="min-w-0 grow basis-48"
                label={words.rule(index + 1)}
                required
                maxLength={SETTINGS_LIMITS.rule}
                value={text}
                onChange={(event) => change(key, { text: event.target.value })}
              />
              <Button
                look="soft"
                disabled={index === 0}
                aria-label={words.raiseRule(index + 1)}
                onClick={() => raise(index)}
              >
                <ArrowUp className="size-5" aria-hidden="true" />
              </Button>
              <Button
                look="soft"
                aria-label={words.removeRule(index + 1)}
                onClick={() => {
                  mark();
                  setDrafts((before) => before.filter((rule) => rule.key !== key));
                }}
              >
                <Trash2 className="size-5" aria-hidden="true" />
              </Button>
            </div>
            <TextArea
              label={words.hint(index + 1)}
              rows={2}
              maxLength={SETTINGS_LIMITS.hint}
              value={hint}
              onChange={(event) => change(key, { hint: event.target.value })}
            />
          </li>
        ))}
      </ol>
      {faults["rules"] && (
        <p role="alert" className="text-meta text-danger">
          {faults["rules"]}
        </p>
      )}
      <SaveRow busy={busy} isUnsaved={isUnsaved}>
        <Button
          look="soft"
          disabled={drafts.length >= SETTINGS_LIMITS.rules}
          onClick={() => {
            mark();
            setAdded(added + 1);
            setDrafts((before) => [...before, { key: `new ${added}`, text: "", hint: "" }]);
          }}
        >
          {words.addRule}
        </Button>
      </SaveRow>
    </form>
  );
}
