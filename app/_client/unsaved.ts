import { useEffect, useId, useMemo, useState } from "react";

/** The forms of this page in which something was typed and is not saved, each with how often it was changed. */
const changes = new Map<string, number>();
/** Asks before the page is left; null where no form of the page has a guard. */
let guard: ((leave: () => void) => void) | null = null;

/** Whether something on this page would be lost by leaving it. */
export function hasUnsaved(): boolean {
  return changes.size > 0;
}

/** Leaves the page with `leave`: at once, or if something is not saved, when the person has agreed. */
export function leavePage(leave: () => void): void {
  if (guard && hasUnsaved()) guard(leave);
  else leave();
}

/** Has a page ask before it is left while something is not saved. @returns ends that */
export function guardPage(ask: (leave: () => void) => void): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Forgets what is not saved: the person has agreed to lose it. */
export function dropUnsaved(): void {
  changes.clear();
}

/** What a form knows about what was typed in it. */
interface Unsaved {
  isUnsaved: boolean;
  /** To be called at every change. */
  mark: () => void;
  /** To be called before saving. @returns to be called when it is saved; what was typed meanwhile stays unsaved */
  saving: () => () => void;
}

/** Notes for a form that something in it is not saved, so that nobody loses it by leaving the page. */
export function useUnsaved(): Unsaved {
  const form = useId();
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => () => void changes.delete(form), [form]);
  const noted = useMemo(
    () => ({
      mark() {
        changes.set(form, (changes.get(form) ?? 0) + 1);
        setUnsaved(true);
      },
      saving() {
        const before = changes.get(form);
        return () => {
          if (changes.get(form) !== before) return;
          changes.delete(form);
          setUnsaved(false);
        };
      },
    }),
    [form],
  );
  return { isUnsaved, ...noted };
}
