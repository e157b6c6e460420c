"use client";

import { ChevronDown, Globe, Lock, MoonStar, MessageSquareQuote, MessageSquareX, Users } from "lucide-react";
import { useRef, useState, type ComponentType } from "react";
import type { ComposerAudience } from "@/app/_client/drafts/model";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { compose as words } from "@/app/_words/compose";
import type { QuotePolicy } from "@/lib/barks/schema";

interface Choice {
  icon: ComponentType<{ className?: string }>;
  label: string;
  note: string;
}

const AUDIENCES: Record<ComposerAudience, Choice> = {
  public: { icon: Globe, ...words.audiences.public },
  unlisted: { icon: MoonStar, ...words.audiences.unlisted },
  private: { icon: Lock, ...words.audiences.private },
};
const READERS: ComposerAudience[] = ["public", "unlisted", "private"];

const QUOTE_POLICIES: Record<QuotePolicy, Choice> = {
  public: { icon: MessageSquareQuote, ...words.quotePolicies.public },
  followers: { icon: Users, ...words.quotePolicies.followers },
  nobody: { icon: MessageSquareX, ...words.quotePolicies.nobody },
};
const QUOTERS: QuotePolicy[] = ["public", "followers", "nobody"];

/** The choice of who may read the bark. It cannot be changed for an existing bark. */
export function AudienceChip({ composing: { writing, options, change } }: { composing: Composing }) {
  if (!writing || writing.edits !== null) return null;
  const choose = (audience: ComposerAudience) => change({ audience });
  return <Chip title={words.whoReads} all={AUDIENCES} order={READERS} chosen={options.audience} choose={choose} />;
}

/** The choice of who may quote the bark. Nobody may quote one for followers only. */
export function QuotePolicyChip({ composing: { writing, options, change } }: { composing: Composing }) {
  if (!writing || writing.edits !== null || options.audience === "private") return null;
  const choose = (quotePolicy: QuotePolicy) => change({ quotePolicy });
  const { quotePolicy } = options;
  return <Chip title={words.whoQuotes} all={QUOTE_POLICIES} order={QUOTERS} chosen={quotePolicy} choose={choose} />;
}

interface ChipProps<Name extends string> {
  title: string;
  all: Record<Name, Choice>;
  order: Name[];
  chosen: Name;
  choose: (name: Name) => void;
}

/** A button with the present choice, which opens a menu of all. */
function Chip<Name extends string>({ title, all, order, chosen, choose }: ChipProps<Name>) {
  const chip = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { icon: Icon, label } = all[chosen];
  return (
    <>
      <button
        ref={chip}
        type="button"
        aria-haspopup="menu"
        aria-label={`${title}: ${label}`}
        onClick={() => setOpen(true)}
        className="relative inline-flex items-center gap-1.5 rounded-pill bg-sunken px-2.5 py-1 text-meta font-bold text-ink after:absolute after:-inset-2"
      >
        <Icon className="size-3.75" aria-hidden="true" />
        {label}
        <ChevronDown className="size-3.75" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={chip} closed={() => setOpen(false)} label={title}>
          {order.map((name) => (
            <MenuItem key={name} icon={all[name].icon} act={() => choose(name)}>
              <span>
                <b className="block">{all[name].label}</b>
                <span className="block text-meta text-ink-3">{all[name].note}</span>
              </span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
