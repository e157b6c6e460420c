"use client";

import { useState } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Choice } from "@/app/_features/moderation/choice";
import type { Filter, FilterContext } from "@/lib/filters/schema";

export const CONTEXTS: [FilterContext, string][] = [
  ["home", "Home"],
  ["public", "Town and topics"],
  ["notifications", "Alerts"],
  ["thread", "Conversations"],
  ["account", "Profiles"],
];

const ACTIONS: [Filter["filter_action"], string][] = [
  ["warn", "Fold them; I can still open each"],
  ["hide", "Leave them out"],
  ["blur", "Only blur their pictures"],
];

const DAY = 24 * 60 * 60;
const LENGTHS: [seconds: number, label: string][] = [
  [0, "For good"],
  [DAY, "For a day"],
  [7 * DAY, "For a week"],
  [30 * DAY, "For a month"],
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
    if (phrases.length === 0 && !filter?.statuses.length) return setTrouble("Type at least one word.");
    const context = CONTEXTS.map(([value]) => value).filter((value) => form.has(value));
    if (context.length === 0) return setTrouble("Choose at least one place.");
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
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(new FormData(event.currentTarget));
      }}
    >
      <TextInput
        label="Words, phrases or emoji"
        name="words"
        defaultValue={words.join(", ")}
        help="Several with commas between them."
        fault={trouble ?? undefined}
        maxLength={1_000}
        autoComplete="off"
      />
      <Choice type="checkbox" name="whole" first={whole}>
        Only as whole words
      </Choice>
      <fieldset>
        <legend className="text-small font-bold">Where</legend>
        {CONTEXTS.map(([value, label]) => (
          <Choice key={value} type="checkbox" name={value} first={filter?.context.includes(value) ?? true}>
            {label}
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend className="text-small font-bold">What happens with such barks</legend>
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
        <span className="text-small font-bold">For how long</span>
        <select
          name="lasts"
          defaultValue={filter?.expires_at ? "as it is" : "0"}
          className="min-h-12 rounded-field border-thick border-edge bg-surface px-4 text-body text-ink"
        >
          {filter?.expires_at && <option value="as it is">As it is</option>}
          {LENGTHS.map(([seconds, label]) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {filter ? "Save" : "Mute"}
        </Button>
        <Button look="soft" onClick={cancel}>
          Cancel
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
  return named ? title : phrases.join(", ").slice(0, 120) || title || "Barks";
}
