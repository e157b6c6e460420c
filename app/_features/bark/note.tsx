"use client";

import { TriangleAlert } from "lucide-react";
import { useState, type ReactNode } from "react";
import { bark as words } from "@/app/_words/bark";

/** Barks whose content note was opened: they stay open until the page is closed, also when a list drops their row. */
const opened = new Set<string>();

/** The content note of a bark: one sentence, and a button to open it. */
export function ContentNote({ id, note, children }: { id: string; note: string; children: ReactNode }) {
  const [open, setOpen] = useState(() => opened.has(id));
  const toggle = () => {
    if (open) opened.delete(id);
    else opened.add(id);
    setOpen(!open);
  };
  return (
    <>
      <div className="mt-1 mb-1 flex flex-wrap items-center gap-x-2.5 rounded-field bg-warn-soft py-0.5 pe-1 ps-3 text-label text-warn">
        <TriangleAlert className="size-4.5 flex-none" aria-hidden="true" />
        <p dir="auto" className="min-w-0 grow basis-24 py-1.5 font-medium break-words">
          {note}
        </p>
        <button
          type="button"
          aria-expanded={open}
          onClick={toggle}
          className="relative z-1 min-h-11 rounded-pill px-3 font-bold underline-offset-2 hover:underline"
        >
          {open ? words.hide : words.show}
        </button>
      </div>
      {open && children}
    </>
  );
}
