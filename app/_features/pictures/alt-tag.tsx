"use client";

import { pictures as words } from "@/app/_words/pictures";
import { Popover, usePopover } from "@/app/_ui/popover";

/** The button in a picture's corner that opens its description. */
export function AltTag({ description }: { description: string }) {
  const { open, anchor, closed, trigger } = usePopover();
  return (
    <>
      <button
        {...trigger}
        type="button"
        aria-label={words.altLabel}
        className="absolute bottom-0 inset-s-0 grid min-h-11 min-w-11 items-end justify-items-start p-2 focus-visible:-outline-offset-4"
      >
        <span className="rounded-tag bg-veil-78 px-1.5 text-tiny leading-5 font-bold tracking-[.04em] text-on-veil">
          {words.alt}
        </span>
      </button>
      {open && (
        <Popover anchor={anchor} closed={closed} label={words.description} role="dialog">
          <p
            data-first
            dir="auto"
            tabIndex={-1}
            className="max-h-64 max-w-80 overflow-y-auto px-3 py-2 text-label break-words whitespace-pre-line outline-none"
          >
            {description}
          </p>
        </Popover>
      )}
    </>
  );
}
