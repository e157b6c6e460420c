"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { settings as words } from "@/app/_words/settings";
import type { PolicyChoice, Policy } from "@/lib/notifications/schema";

const CHOICES: [PolicyChoice, string][] = [
  ["accept", words.alerts.accept],
  ["filter", words.alerts.filter],
  ["drop", words.alerts.drop],
];

interface PolicyRowProps {
  of: keyof Policy;
  title: string;
  detail: string;
  initially: PolicyChoice;
}

/** What happens to alerts from one category of people. */
export function PolicyRow({ of, title, detail, initially }: PolicyRowProps) {
  const store = useCallback(
    (choice: PolicyChoice) => send("/api/v2/notifications/policy", { method: "PATCH", json: { [of]: choice } }),
    [of],
  );
  const [choice, change] = useOptimistic(initially, store);
  const pick = (value: string) => {
    const chosen = CHOICES.find(([name]) => name === value);
    if (chosen) change(chosen[0]);
  };
  return (
    <li className="border-line not-first:border-t">
      <label className="flex min-h-13.5 flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2">
        <span className="min-w-0 grow basis-40">
          <b className="block text-label">{title}</b>
          <span className="block text-meta text-ink-3">{detail}</span>
        </span>
        <select
          value={choice}
          onChange={(event) => pick(event.target.value)}
          className="ms-auto min-h-11 rounded-field border-thick border-edge bg-surface px-3 text-label"
        >
          {CHOICES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}
