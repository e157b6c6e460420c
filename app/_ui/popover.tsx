"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { cx } from "@/app/_ui/cx";

const GAP = 4;
const EDGE = 8;

interface PopoverProps {
  anchor: RefObject<HTMLElement | null>;
  /** Called when it was closed: by choosing, by Escape, or by a tap elsewhere. */
  closed: () => void;
  label: string;
  role: "menu" | "dialog";
  className?: string;
  children: ReactNode;
}

/**
 * A panel that opens beside its button, above everything else. The browser's popover closes on Escape and on a tap
 * elsewhere, and returns the focus; only its position is set here. Rendering it opens it.
 */
export function Popover({ anchor, closed, label, role, className, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    if (box.current && anchor.current) stand(box.current, anchor.current.getBoundingClientRect());
  }, [anchor]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    place();
    const grown = new ResizeObserver(place);
    grown.observe(element);
    addEventListener("scroll", place, { passive: true });
    addEventListener("resize", place);
    return () => {
      grown.disconnect();
      removeEventListener("scroll", place);
      removeEventListener("resize", place);
    };
  }, [place]);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("[data-first], [role=menuitem], button");
    first?.focus({ preventScroll: true });
  }, []);

  return (
    <div
      ref={box}
      popover="auto"
      role={role}
      aria-label={label}
      onToggle={(event) => event.newState === "closed" && closed()}
      className={cx(
        "popover inset-auto m-0 max-w-[calc(100vw-16px)] overflow-visible rounded-media border-0 bg-raised p-1.5 text-ink shadow-e2",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Below its button and aligned with its end; above where there is more room, and always on the screen. */
function stand(box: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = (left + right) / 2;
  const x = middle > innerWidth / 2 ? right - width : left;
  const fits = bottom + GAP + height <= innerHeight - EDGE || top < height + GAP + EDGE;
  box.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, fits ? Math.min(bottom + GAP, innerHeight - height - EDGE) : top - GAP - height)}px`;
}

/** The state of a button that opens a popover. A tap on the button of an open one closes it. */
export function usePopover() {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const closed = useCallback(() => setOpen(false), []);
  const trigger = {
    ref: anchor,
    "aria-expanded": open,
    // The tap itself closes the open popover before it becomes a click.
    onPointerDown: () => void (wasOpen.current = open),
    onClick: () => {
      setOpen(!wasOpen.current);
      wasOpen.current = false;
    },
  };
  return { open, anchor, closed, trigger };
}
