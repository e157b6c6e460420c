"use client";

import { ArrowLeft, ArrowRight, RefreshCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { mayMove } from "@/app/_client/appearance";
import { cx } from "@/app/_ui/cx";
import { intentOf, pulledBy, swipedTo, type Intent } from "@/app/_features/shell/gesture-model";

/** What the sign shows: the page is pulled, or the next or previous tab or page is near. */
interface Sign {
  kind: "pull" | "onwards" | "back";
  /** From 0 to 1, where the finger may leave. */
  done: number;
}

interface Finger {
  x: number;
  y: number;
  at: number;
  atTop: boolean;
  intent: Intent;
}

const ICONS = { pull: RefreshCw, back: ArrowLeft, onwards: ArrowRight };

/** Where fingers belong to something else: fields, sheets, what scrolls sideways by itself. */
const OTHERS = "input, textarea, select, dialog, [popover], [data-own-gestures]";

/**
 * In the installed app, which has no buttons of a browser: pulling reads the page again, swiping leads to the next tab,
 * and from the first tab back. Nothing of the page itself moves, only a sign.
 */
export function Gestures() {
  const [sign, setSign] = useState<Sign | null>(null);
  const finger = useRef<Finger | null>(null);

  useEffect(() => {
    const root = document.documentElement;
    root.dataset["gestures"] = "";
    const end = () => {
      finger.current = null;
      setSign(null);
    };
    const begin = ({ touches, target, timeStamp }: TouchEvent) => {
      const [touch] = touches;
      if (!touch || touches.length > 1 || !isOurs(target)) return end();
      finger.current = { x: touch.clientX, y: touch.clientY, at: timeStamp, atTop: scrollY <= 0, intent: "undecided" };
    };
    const move = ({ touches }: TouchEvent) => {
      const [touch] = touches;
      const from = finger.current;
      if (!from || !touch || touches.length > 1) return end();
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
      if (from.intent === "undecided") from.intent = intentOf(dx, dy, from.atTop);
      if (from.intent === "scroll") return end();
      if (from.intent === "pull") setSign({ kind: "pull", done: pulledBy(dy) });
      if (from.intent === "across") setSign(acrossSign(dx));
    };
    const leave = ({ changedTouches, timeStamp }: TouchEvent) => {
      const [touch] = changedTouches;
      const from = finger.current;
      end();
      if (!from || !touch) return;
      if (from.intent === "pull" && pulledBy(touch.clientY - from.y) === 1) readAgain();
      if (from.intent === "across") {
        const to = swipedTo(touch.clientX - from.x, timeStamp - from.at, innerWidth, isRightToLeft());
        if (to !== 0) leadsTo(to)?.click();
      }
    };
    const quiet = { passive: true } as const;
    addEventListener("touchstart", begin, quiet);
    addEventListener("touchmove", move, quiet);
    addEventListener("touchend", leave, quiet);
    addEventListener("touchcancel", end, quiet);
    return () => {
      delete root.dataset["gestures"];
      removeEventListener("touchstart", begin);
      removeEventListener("touchmove", move);
      removeEventListener("touchend", leave);
      removeEventListener("touchcancel", end);
    };
  }, []);

  if (!sign) return null;
  const Icon = ICONS[sign.kind];
  const place = { pull: "top-16 inset-x-0 mx-auto", back: "top-1/2 inset-s-3", onwards: "top-1/2 inset-e-3" };
  return (
    <div
      aria-hidden="true"
      className={cx(
        "pointer-events-none fixed z-(--z-bar) grid size-11 place-items-center rounded-pill border border-line bg-raised shadow-e2",
        place[sign.kind],
        sign.done === 1 ? "text-accent-mark" : "text-ink-3",
      )}
      style={{
        opacity: sign.done,
        transform: mayMove() && sign.kind === "pull" ? `rotate(${sign.done * 270}deg)` : undefined,
      }}
    >
      <Icon className="size-5" />
    </div>
  );
}

function acrossSign(dx: number): Sign | null {
  const to = dx < 0 === isRightToLeft() ? -1 : 1;
  if (!leadsTo(to)) return null;
  return { kind: to === 1 ? "onwards" : "back", done: Math.min(1, Math.abs(dx) / (0.3 * innerWidth)) };
}

/** The next or the previous tab; before the first one, the way back. */
function leadsTo(to: -1 | 1): HTMLElement | null {
  const tabs = [...document.querySelectorAll<HTMLElement>("main [data-tabs] a")].filter((tab) => tab.checkVisibility());
  const at = tabs.findIndex((tab) => tab.getAttribute("aria-current") === "page");
  const tab = at < 0 ? undefined : tabs[at + to];
  return tab ?? (to === -1 ? document.querySelector<HTMLElement>("main [data-back]") : null);
}

/** New barks that wait are shown; otherwise the page is loaded anew, from its top. */
function readAgain(): void {
  const waiting = document.querySelector<HTMLElement>("[data-show-new]");
  if (waiting) waiting.click();
  else if (navigator.onLine) location.reload();
}

function isOurs(touched: EventTarget | null): boolean {
  if (!(touched instanceof Element) || !touched.closest("main") || touched.closest(OTHERS)) return false;
  for (let box: Element | null = touched; box && box.tagName !== "MAIN"; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(overflowX)) return false;
    if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(overflowY)) return false;
  }
  return document.querySelector("dialog[open]") === null && (visualViewport?.scale ?? 1) <= 1.01;
}

function isRightToLeft(): boolean {
  return getComputedStyle(document.documentElement).direction === "rtl";
}
