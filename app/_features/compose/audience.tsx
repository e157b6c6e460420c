"use client";

import { ChevronDown, Globe, Lock, MoonStar } from "lucide-react";
import { useRef, useState } from "react";
import type { ComposerAudience } from "@/app/_client/drafts/model";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Menu, MenuItem } from "@/app/_ui/menu";

const AUDIENCES = {
  public: { icon: Globe, label: "Everyone", note: "also in Town and in topics" },
  unlisted: { icon: MoonStar, label: "Unlisted", note: "everyone, but not in Town" },
  private: { icon: Lock, label: "Followers", note: "and those you mention" },
} as const;
const CHOICES: ComposerAudience[] = ["public", "unlisted", "private"];

/** The choice of who may read the bark. It cannot be changed for an existing bark. */
export function AudienceChip({ composing: { writing, options, change } }: { composing: Composing }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { icon: Icon, label } = AUDIENCES[options.audience];
  if (!writing || writing.edits !== null) return null;
  return (
    <>
      <button
        ref={chip}
        type="button"
        aria-haspopup="menu"
        aria-label={`Who may read it: ${label}`}
        onClick={() => setOpen(true)}
        className="relative inline-flex items-center gap-1.5 rounded-pill bg-sunken px-2.5 py-1 text-meta font-bold text-ink after:absolute after:-inset-2"
      >
        <Icon className="size-3.75" aria-hidden="true" />
        {label}
        <ChevronDown className="size-3.75" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={chip} closed={() => setOpen(false)} label="Who may read it">
          {CHOICES.map((audience) => {
            const choice = AUDIENCES[audience];
            return (
              <MenuItem key={audience} icon={choice.icon} act={() => change({ audience })}>
                <span>
                  <b className="block">{choice.label}</b>
                  <span className="block text-meta text-ink-3">{choice.note}</span>
                </span>
              </MenuItem>
            );
          })}
        </Menu>
      )}
    </>
  );
}
