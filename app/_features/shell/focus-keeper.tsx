"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** For this long (ms) a page may still be putting its rows where they were. */
const SETTLING_MS = 1_500;

/** Through what somebody left a page: the row that they opened, or the link outside of rows. */
interface Departure {
  row: string | null;
  href: string;
}

/**
 * Moves the focus with the page, for keyboards and screen readers: to the heading of a new page; on the way back to the
 * row or link through which somebody left. Renders nothing.
 */
export function FocusKeeper() {
  const path = usePathname();
  const departures = useRef(new Map<string, Departure>());
  const shown = useRef(path);
  const returns = useRef(false);
  const tab = useRef<string | null>(null);

  useEffect(() => {
    const leave = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      tab.current = link?.closest("[data-tabs]") ? link.getAttribute("href") : null;
      if (link?.closest("main")) departures.current.set(shown.current, departureOf(link));
      else if (link) departures.current.delete(shown.current);
    };
    const back = () => void (returns.current = true);
    addEventListener("click", leave, { capture: true });
    addEventListener("popstate", back);
    return () => {
      removeEventListener("click", leave, { capture: true });
      removeEventListener("popstate", back);
    };
  }, []);

  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const departure = returns.current ? departures.current.get(path) : undefined;
    const tabs = tab.current;
    returns.current = false;
    tab.current = null;
    return settle(() => {
      if (isTaken()) return true;
      const place = departure ? placeAgain(departure) : tabs === null ? null : tabAgain(tabs);
      if (place) place.focus({ preventScroll: true });
      return Boolean(place) || (departure === undefined && focusHeading());
    }, focusHeading);
  }, [path]);
  return null;
}

/** Tries in each frame until it succeeds, the reader does something, or the page has settled; then `otherwise`. */
function settle(attempt: () => boolean, otherwise: () => void): () => void {
  const end = performance.now() + SETTLING_MS;
  const stopped = new AbortController();
  for (const input of ["keydown", "pointerdown"])
    addEventListener(input, () => stopped.abort(), { capture: true, signal: stopped.signal });
  const again = () => {
    if (stopped.signal.aborted) return;
    const done = attempt();
    if (!done && performance.now() < end) return void requestAnimationFrame(again);
    if (!done) otherwise();
    stopped.abort();
  };
  requestAnimationFrame(again);
  return () => stopped.abort();
}

/** The page itself has put the focus somewhere, such as into a field or a sheet. */
function isTaken(): boolean {
  return document.activeElement?.matches("input, textarea, select, dialog[open] *, :popover-open *") ?? false;
}

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>("main h1, h1");
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

function departureOf(link: HTMLAnchorElement): Departure {
  const row = link.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return { row: row ?? null, href: link.getAttribute("href") ?? "" };
}

/** What to focus when they return; null while it is not there. */
function placeAgain({ row, href }: Departure): HTMLElement | null {
  const selector = row === null ? `main a[href="${CSS.escape(href)}"]` : `[data-row="${CSS.escape(row)}"]`;
  return document.querySelector<HTMLElement>(selector);
}

function tabAgain(href: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-tabs] a[href="${CSS.escape(href)}"]`);
}
