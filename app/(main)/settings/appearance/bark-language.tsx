"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { languageChoices } from "@/app/_features/compose/language";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { appearance as words } from "@/app/_words/appearance";

/** The language in which somebody usually barks; readers who chose languages find their barks by it. */
export function BarkLanguage({ initially }: { initially: string | null }) {
  const [language, setLanguage] = useOptimistic(
    initially ?? "",
    useCallback((next: string) => {
      const source = { language: next };
      return send("/api/v1/accounts/update_credentials", { method: "PATCH", json: { source } });
    }, []),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line px-4 py-2">
      <label htmlFor="bark-language" className="min-w-32 flex-1 ps-9">
        <b className="block text-label">{words.barkLanguage}</b>
        <span className="block text-meta text-ink-3">{words.barkLanguageDetail}</span>
      </label>
      <select
        id="bark-language"
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
        className="ms-auto min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label text-ink"
      >
        <option value="">{words.auto}</option>
        {languageChoices(initially).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </li>
  );
}
