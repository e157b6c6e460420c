"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";
import type { BarkDefaults } from "@/lib/people/schema";

const AUDIENCES: [BarkDefaults["audience"], string][] = [
  ["public", "Everybody"],
  ["unlisted", "Everybody, but not in lists"],
  ["private", "My followers"],
];

/** The default audience of barks, and whether pictures are marked as sensitive by default. */
export function BarkDefaultsRows({ initially }: { initially: BarkDefaults }) {
  const store = useCallback((source: { privacy?: string; sensitive?: boolean }) => {
    return send("/api/v1/accounts/update_credentials", { method: "PATCH", json: { source } });
  }, []);
  const [audience, setAudience] = useOptimistic(
    initially.audience,
    useCallback((privacy: BarkDefaults["audience"]) => store({ privacy }), [store]),
  );
  const [sensitive, setSensitive] = useOptimistic(
    initially.sensitive,
    useCallback((on: boolean) => store({ sensitive: on }), [store]),
  );
  return (
    <>
      <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2">
        <label htmlFor="audience" className="min-w-32 flex-1 text-label font-bold">
          Who reads your barks
        </label>
        <select
          id="audience"
          value={audience}
          onChange={(event) => {
            const chosen = AUDIENCES.find(([value]) => value === event.target.value)?.[0];
            if (chosen) setAudience(chosen);
          }}
          className="min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label text-ink"
        >
          {AUDIENCES.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </li>
      <li className="border-t border-line">
        <Switch
          id="sensitive"
          title="Cover my pictures"
          detail="Readers uncover them with a tap"
          on={sensitive}
          change={setSensitive}
        />
      </li>
    </>
  );
}
