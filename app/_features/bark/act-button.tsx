"use client";

import type { ComponentProps, ComponentType } from "react";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";

interface ActButtonProps extends ComponentProps<"button"> {
  icon: ComponentType<{ className?: string }>;
  /** What it does, and the whole number for those who do not see it. */
  label: string;
  count?: number;
  /** The viewer did it. Undefined where it is no switch. */
  on?: boolean;
  filled?: boolean;
  /** It was done just now, by hand: then it pops. */
  popped?: boolean;
  large?: boolean;
}

/** One of the five things to do with a bark, with how often it was done. */
export function ActButton({ icon: Icon, label, count = 0, on, filled, popped, large, ...rest }: ActButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={on}
      className={cx(
        "relative z-1 inline-flex min-h-11 min-w-11 items-center gap-[.3125rem] rounded-pill px-3 text-meta tabular-nums transition-colors duration-(--dur-fast) hover:text-ink",
        on ? "font-bold text-accent-text hover:text-accent-text" : "font-medium",
      )}
      {...rest}
    >
      <Icon
        className={cx(
          "flex-none",
          large ? "size-[1.375rem]" : "size-[1.1875rem]",
          on && "text-accent-mark",
          on && filled && "fill-current",
          popped && on && "pop",
        )}
        aria-hidden="true"
      />
      {count > 0 && !large && short(count)}
    </button>
  );
}
