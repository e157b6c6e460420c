"use client";

import { useState } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Choice } from "@/app/_features/moderation/choice";
import { moderation as sentences } from "@/app/_words/moderation";
import type { Filter, FilterContext } from "@/lib/filters/schema";

export const CONTEXTS = Object.entries(sentences.contexts) as [FilterContext, string][];

const ACTIONS = Object.entries(sentences.actions) as [Filter["filter_action"], string][];

const DAY = 24 * 60 * 60;
const LENGTHS: [seconds: number, label: string][] = [
  [0, sentences.forEver],
  [DAY, sentences.forADay],
  [7 * DAY, sentences.forAWeek],
  [30 * DAY, sentences.forAMonth],
];

interface WordFormProps {
  filter?: Filter;
  kept: (filter: Filter) => void;
  cancel: () => void;
}

/** Which words are muted, where, how and for how long. */
export function WordForm({ filter, kept, cancel }: WordFormProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const words = filter?.keywords.map(({ keyword }) => keyword) ?? [];
  const whole = filter?.keywords[0]?.whole_word ?? true;

  async function keep(form: FormData): Promise<void> {
    const phrases = wordsOf(textOf(form, "words"));
    const lasts = textOf(form, "lasts");
    if (phrases.length === 0 && !filter?.statuses.length) return setTrouble(sentences.noWord);
    const context = CONTEXTS.map(([value]) => value).filter((value) => form.has(value));
    if (context.length === 0) return setTrouble(sentences.noPlace);
    setBusy(true);
    setTrouble(null);
    const json = {
      title: titleOf(phrases, words, filter?.title),
      context,
      filter_action: textOf(form, "action"),
      ...(lasts !== "as it is" && { expires_in: lasts === "0" ? null : Number(lasts) }),
      keywords_attributes: [
        ...(filter?.keywords.map(({ id }) => ({ id, _destroy: true })) ?? []),
        ...phrases.map((keyword) => ({ keyword, whole_word: form.has("whole") })),
      ],
    };
    const path = filter ? `/api/v2/filters/${filter.id}` : "/api/v2/filters";
    const outcome = await send<Filter>(path, { method: filter ? "PUT" : "POST", json });
    setBusy(false);
    if (outcome.ok) kept(outcome.value);
    else setTrouble(outcome.sentence);
  }

  return (
    <form
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(new FormData(event.currentTarget));
      }}
    >
      <TextInput
        label={sentences.wordsLabel}
        name="words"
        defaultValue={words.join(", ")}
        help={sentences.wordsHelp}
        fault={trouble ?? undefined}
        maxLength={1_000}
        autoComplete="off"
      />
      <Choice type="checkbox" name="whole" first={whole}>
        {sentences.wholeWords}
      </Choice>
      <fieldset>
        <legend className="text-small font-bold">{sentences.where}</legend>
        {CONTEXTS.map(([value, label]) => (
          <Choice key={value} type="checkbox" name={value} first={filter?.context.includes(value) ?? true}>
            {label}
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend className="text-small font-bold">{sentences.whatHappens}</legend>
        {ACTIONS.map(([value, label]) => (
          <Choice
            key={value}
            type="radio"
            name="action"
            value={value}
            first={(filter?.filter_action ?? "warn") === value}
          >
            {label}
          </Choice>
        ))}
      </fieldset>
      <label className="grid gap-1.5">
        <span className="text-small font-bold">{sentences.howLong}</span>
        <select
          name="lasts"
          defaultValue={filter?.expires_at ? "as it is" : "0"}
          className="min-h-12 rounded-field border-thick border-edge bg-surface px-4 text-body text-ink"
        >
          {filter?.expires_at && <option value="as it is">{sentences.asItIs}</option>}
          {LENGTHS.map(([seconds, label]) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {filter ? sentences.save : sentences.mute}
        </Button>
        <Button look="soft" onClick={cancel}>
          {sentences.cancel}
        </Button>
      </div>
    </form>
  );
}

function wordsOf(text: string): string[] {
  const all = text.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(all.filter((word) => word !== ""))];
}

/** A filter's title is its words, unless another app named it. */
function titleOf(phrases: string[], before: string[], title = ""): string {
  const named = title !== "" && title !== before.join(", ").slice(0, 120);
  return named ? title : phrases.join(", ").slice(0, 120) || title || sentences.barks;
}
