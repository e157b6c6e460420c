import type { ComponentProps } from "react";
import { cx } from "@/app/_ui/cx";

const LOOKS = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  ink: "bg-ink text-paper",
  soft: "bg-sunken text-ink",
  outline: "border-thick border-edge text-ink",
  ghost: "text-accent-text px-3",
  danger: "bg-danger-soft text-danger",
} as const;

// The padding stops growing with large text on small screens, so that a long label still fits.
const SIZES = {
  /** 36 px high, with a touch target of 44. */
  small: "min-h-9 px-[min(1rem,5vw)] py-1 text-small relative after:absolute after:inset-x-0 after:-inset-y-1",
  normal: "min-h-11 px-[min(1.25rem,6vw)] py-2 text-label",
  large: "min-h-13 px-[min(1.25rem,6vw)] py-2 text-body",
} as const;

interface Look {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ look = "primary", size = "normal" }: Look, more?: string): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-pill text-center font-bold transition-colors duration-(--dur-fast)",
    "disabled:bg-sunken disabled:text-ink-3 disabled:border-transparent",
    LOOKS[look],
    SIZES[size],
    more,
  );
}

export function Button({ look, size, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass({ look, size }, className)} {...rest} />;
}
