"use client";

import { useMemo } from "react";
import { compose as words } from "@/app/_words/compose";
import type { Composing } from "@/app/_features/compose/use-composer";

const COMMON = "en de fr es it pt nl pl sv da nb fi cs tr el uk ru ar he hi zh ja ko".split(" ");

/** The language of a bark, for readers' filters and for screen readers. */
export function LanguageChip({ composing: { options, change } }: { composing: Composing }) {
  const { language } = options;
  const names = useMemo(() => languageChoices(language), [language]);
  return (
    <span className="relative inline-grid min-h-11 min-w-11 place-items-center rounded-pill text-small font-bold text-accent-text focus-within:outline-2 focus-within:outline-focus hover:bg-accent-soft">
      <span aria-hidden="true">{(language ?? "en").slice(0, 2).toUpperCase()}</span>
      <select
        aria-label={words.language}
        title={words.language}
        value={language ?? "en"}
        onChange={(event) => change({ language: event.target.value })}
        className="absolute inset-0 cursor-pointer opacity-0"
      >
        {names.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The languages to choose from, and another one that was chosen before. */
export function languageChoices(also: string | null): { code: string; name: string }[] {
  const namer = new Intl.DisplayNames(["en"], { type: "language" });
  const codes = also === null || COMMON.includes(also) ? COMMON : [also, ...COMMON];
  return codes.map((code) => ({ code, name: nameOf(namer, code) }));
}

function nameOf(namer: Intl.DisplayNames, code: string): string {
  try {
    return namer.of(code) ?? code;
  } catch {
    return code;
  }
}
