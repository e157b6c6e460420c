"use client";

import Link from "next/link";
import type { ComponentType, KeyboardEvent, ReactNode, RefObject } from "react";
import { cx } from "@/app/_ui/cx";
import { Popover } from "@/app/_ui/popover";

interface MenuProps {
  anchor: RefObject<HTMLElement | null>;
  closed: () => void;
  label: string;
  children: ReactNode;
}

/** A menu beside its button (see `usePopover`): arrows, Home, End and first letters move within it. */
export function Menu({ anchor, closed, label, children }: MenuProps) {
  return (
    <Popover
      anchor={anchor}
      closed={closed}
      label={label}
      role="menu"
      className="max-h-[calc(100dvh-16px)] min-w-[min(13rem,80vw)] overflow-y-auto"
    >
      <div role="none" onKeyDown={move}>
        {children}
      </div>
    </Popover>
  );
}

interface MenuItemProps {
  icon: ComponentType<{ className?: string }>;
  children: ReactNode;
  danger?: boolean;
  /** Its action, or the address it leads to. */
  act?: () => void;
  href?: string;
}

/** An item of a menu. Choosing it closes the menu. */
export function MenuItem({ icon: Icon, children, danger = false, act, href }: MenuItemProps) {
  const look = cx(
    "flex min-h-11 w-full cursor-default items-center gap-3 rounded-field px-3 text-start text-label hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2",
    danger && "text-danger",
  );
  const inner = (
    <>
      <Icon className="size-5 flex-none" aria-hidden="true" /> {children}
    </>
  );
  if (href !== undefined) {
    return (
      <Link role="menuitem" tabIndex={-1} href={href} prefetch={false} onClick={close} className={look}>
        {inner}
      </Link>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={look}
      onClick={(event) => {
        close(event);
        act?.();
      }}
    >
      {inner}
    </button>
  );
}

function close({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.findIndex((item) => item === document.activeElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") return close(event);
  if (step !== undefined) items.at(step % items.length)?.focus();
  else if (/^\p{L}$/u.test(event.key)) startingWith(items, at, event.key)?.focus();
  else return;
  event.preventDefault();
}

function startingWith(items: HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
}
