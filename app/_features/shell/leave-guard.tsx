"use client";

import { useEffect, useState } from "react";
import { dropUnsaved, guardPage, hasUnsaved, leavePage } from "@/app/_client/unsaved";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { shell } from "@/app/_words/shell";

const words = shell.unsaved;

/** What the Navigation API says of a step back or forward; older browsers do not have it. */
interface Step extends Event {
  navigationType: string;
  destination: { key: string; sameDocument: boolean };
}
interface Navigation extends EventTarget {
  traverseTo: (key: string) => unknown;
}

/**
 * Asks before a page is left on which something is not saved: by a link, a shortcut, a step back, or by closing the
 * window, where the browser asks in its own words. The forms of the page say so by `useUnsaved`.
 */
export function LeaveGuard() {
  const [leave, setLeave] = useState<(() => void) | null>(null);

  useEffect(() => {
    const [ended, ask] = [new AbortController(), (next: () => void) => setLeave(() => next)];
    const { signal } = ended;
    const ends = guardPage(ask);
    addEventListener("beforeunload", (event) => hasUnsaved() && event.preventDefault(), { signal });
    const click = (event: MouseEvent) => {
      const way = hasUnsaved() ? wayOut(event) : null;
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      leavePage(() => way.click());
    };
    document.addEventListener("click", click, { capture: true, signal });
    const { navigation } = window as unknown as { navigation?: Navigation };
    const step = (event: Event) => {
      const { navigationType, destination, cancelable } = event as Step;
      if (navigationType !== "traverse" || !destination.sameDocument || !cancelable || !hasUnsaved()) return;
      event.preventDefault();
      leavePage(() => navigation?.traverseTo(destination.key));
    };
    navigation?.addEventListener("navigate", step, { signal });
    return () => {
      ended.abort();
      ends();
    };
  }, []);

  const stay = () => setLeave(null);
  return (
    <Sheet open={leave !== null} close={stay} title={words.title} low alert>
      <div className="grid gap-4 px-4 pb-5">
        <p className="text-label text-ink-2">{words.sentence}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            look="danger"
            onClick={() => {
              dropUnsaved();
              stay();
              leave?.();
            }}
          >
            {words.leave}
          </Button>
          <Button data-first onClick={stay}>
            {words.stay}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** The link or back button by which a click leaves this page in this window; null for every other click. */
function wayOut({
  target,
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
  defaultPrevented,
}: MouseEvent): HTMLElement | null {
  const way = target instanceof Element ? target.closest<HTMLElement>("a[href], [data-back]") : null;
  if (!way || defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (!(way instanceof HTMLAnchorElement)) return way;
  if ((way.target !== "" && way.target !== "_self") || way.hasAttribute("download")) return null;
  const isHere = way.pathname === location.pathname && way.search === location.search;
  // The browser itself asks before another site is opened.
  return way.origin !== location.origin || isHere ? null : way;
}
