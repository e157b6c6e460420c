"use client";

import { EyeOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { bark as words } from "@/app/_words/bark";
import type { FilterResult } from "@/lib/barks/schema";

/** Barks that were shown in spite of a filter: they stay open until the page is closed. */
const shown = new Set<string>();

/** The title of a filter of the viewer's that folds a bark, or null. */
export function matchedFilter(results: FilterResult[]): string | null {
  return results.find(({ filter }) => filter.filter_action !== "blur")?.filter.title ?? null;
}

/** Shown in place of a folded bark: one sentence, and a button. */
export function Filtered({ id, results, children }: { id: string; results: FilterResult[]; children: ReactNode }) {
  const [open, setOpen] = useState(() => shown.has(id));
  const title = matchedFilter(results);
  if (title === null || open) return children;
  return (
    <div className="mt-1 mb-2 flex flex-wrap items-center gap-x-2.5 rounded-field bg-sunken py-0.5 pe-1 ps-3 text-label text-ink-2">
      <EyeOff className="size-4.5 flex-none" aria-hidden="true" />
      <p className="min-w-0 grow basis-24 py-1.5 break-words">{words.filtered(title)}</p>
      <button
        type="button"
        aria-expanded={false}
        onClick={() => {
          shown.add(id);
          setOpen(true);
        }}
        className="relative z-1 min-h-11 rounded-pill px-3 font-bold text-ink underline-offset-2 hover:underline"
      >
        {words.showFiltered}
      </button>
    </div>
  );
}
