"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";
import { barkDefaults as sentences } from "@/app/_words/settings";
import type { BarkDefaults } from "@/lib/people/schema";

const AUDIENCES: [BarkDefaults["audience"], string][] = [
  ["public", sentences.everybody],
  ["unlisted", sentences.unlisted],
  ["private", sentences.myFollowers],
];

const QUOTERS: [BarkDefaults["quotePolicy"], string][] = [
  ["public", sentences.everybody],
  ["followers", sentences.myFollowers],
  ["nobody", sentences.onlyMe],
];

/** The default audience of barks, who may quote them, and whether pictures are marked as sensitive by default. */
export function BarkDefaultsRows({ initially }: { initially: BarkDefaults }) {
  const store = useCallback((source: { privacy?: string; quote_policy?: string; sensitive?: boolean }) => {
    return send("/api/v1/accounts/update_credentials", { method: "PATCH", json: { source } });
  }, []);
  const [audience, setAudience] = useOptimistic(
    initially.audience,
    useCallback((privacy: BarkDefaults["audience"]) => store({ privacy }), [store]),
  );
  const [quotePolicy, setQuotePolicy] = useOptimistic(
    initially.quotePolicy,
    useCallback((policy: BarkDefaults["quotePolicy"]) => store({ quote_policy: policy }), [store]),
  );
  const [sensitive, setSensitive] = useOptimistic(
    initially.sensitive,
    useCallback((on: boolean) => store({ sensitive: on }), [store]),
  );
  return (
    <>
      <Choice id="audience" title={sentences.whoReads} all={AUDIENCES} chosen={audience} choose={setAudience} />
      <Choice id="quoting" title={sentences.whoQuotes} all={QUOTERS} chosen={quotePolicy} choose={setQuotePolicy} />
      <li className="border-t border-line">
        <Switch
          id="sensitive"
          title={sentences.cover}
          detail={sentences.coverDetail}
          on={sensitive}
          change={setSensitive}
        />
      </li>
    </>
  );
}

interface ChoiceProps<Name extends string> {
  id: string;
  title: string;
  all: [Name, string][];
  chosen: Name;
  choose: (name: Name) => void;
}

function Choice<Name extends string>({ id, title, all, chosen, choose }: ChoiceProps<Name>) {
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2">
      <label htmlFor={id} className="min-w-32 flex-1 text-label font-bold">
        {title}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const named = all.find(([value]) => value === event.target.value)?.[0];
          if (named) choose(named);
        }}
        className="min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label text-ink"
      >
        {all.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </li>
  );
}
