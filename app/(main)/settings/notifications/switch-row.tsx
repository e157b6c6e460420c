"use client";

import { useCallback } from "react";
import { send } from "@/app/_ui/api";
import { useOptimistic } from "@/app/_ui/optimistic";
import type { NotificationType } from "@/lib/notifications/schema";

interface SwitchRowProps {
  type: NotificationType;
  title: string;
  detail: string;
  initially: boolean;
}

/** One type of alerts, on or off. */
export function SwitchRow({ type, title, detail, initially }: SwitchRowProps) {
  const store = useCallback(
    (on: boolean) => send("/api/v1/barker/notifications/settings", { method: "PUT", json: { [type]: on } }),
    [type],
  );
  const [on, change] = useOptimistic(initially, store);
  return (
    <li className="border-line not-first:border-t">
      <label
        htmlFor={type}
        aria-label={title}
        className="flex min-h-[3.375rem] cursor-pointer items-center gap-3.5 px-4 py-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
      >
        <span className="min-w-0 flex-1">
          <b className="block text-label">{title}</b>
          <span id={`${type}-detail`} className="block text-meta text-ink-3">
            {detail}
          </span>
        </span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={on}
          id={type}
          aria-label={title}
          aria-describedby={`${type}-detail`}
          checked={on}
          onChange={(event) => change(event.target.checked)}
          className="peer sr-only"
        />
        <span
          aria-hidden="true"
          className="relative h-8 w-13 flex-none rounded-pill bg-sunken shadow-[inset_0_0_0_1.5px_var(--edge)] after:absolute after:top-[.3125rem] after:left-[.3125rem] after:size-[1.375rem] after:rounded-full after:bg-edge after:transition-[left] after:duration-(--dur-fast) after:content-[''] peer-checked:bg-pine peer-checked:shadow-none peer-checked:after:left-[1.5rem] peer-checked:after:bg-surface"
        />
      </label>
    </li>
  );
}
