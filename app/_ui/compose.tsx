"use client";

import { createContext, use, useCallback, useState, type ReactNode } from "react";
import { Composer } from "@/app/_ui/composer";
import { useHotkey } from "@/app/_ui/hotkeys";
import { Dog } from "@/app/_ui/logo";
import { Sheet } from "@/app/_ui/sheet";
import { useHidesOnScroll } from "@/app/_ui/hides-on-scroll";
import { cx } from "@/app/_ui/cx";
import type { Viewer } from "@/lib/auth/schema";

const ComposeContext = createContext<(() => void) | null>(null);

/** Holds the window in which a bark is written, and opens it from anywhere (or by the key n). */
export function ComposeProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useHotkey("n", show);
  return (
    <ComposeContext value={show}>
      {children}
      <Sheet open={open} close={close} title="New bark">
        <Composer viewer={viewer} onSent={close} />
      </Sheet>
    </ComposeContext>
  );
}

/** The Bark button of the navigation column: with its word on desktops, the dog alone on the rail. */
export function NavBark() {
  const show = use(ComposeContext);
  if (!show) return null;
  return (
    <button
      type="button"
      onClick={show}
      aria-label="Bark"
      className="mt-4 grid min-h-13 place-items-center rounded-bubble bg-accent font-bold text-on-accent hover:bg-accent-hover desk:flex desk:items-center desk:justify-center desk:gap-2 desk:text-[1.0625rem]"
    >
      <Dog className="h-7 w-6" />
      <span className="hidden desk:inline">Bark</span>
    </button>
  );
}

/** The Bark button over a phone's list; it leaves while one scrolls down and comes back on the way up. */
export function FloatingBark() {
  const show = use(ComposeContext);
  const hidden = useHidesOnScroll();
  if (!show) return null;
  return (
    <button
      type="button"
      onClick={show}
      aria-label="Bark"
      className={cx(
        "fixed right-4 bottom-[calc(var(--bar-bottom)+env(safe-area-inset-bottom)+1rem)] z-(--z-fab) grid size-[60px] place-items-center rounded-bubble bg-accent text-on-accent shadow-fab transition-transform duration-(--dur-base) tablet:hidden",
        hidden && "translate-y-40",
      )}
    >
      <Dog className="h-9 w-8" />
    </button>
  );
}
