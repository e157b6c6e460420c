import type { ComponentProps, Ref } from "react";
import { cx } from "@/app/_ui/cx";

/** A button of the composer's toolbar. */
export function Tool({
  label,
  innerRef,
  ...rest
}: ComponentProps<"button"> & { label: string; innerRef?: Ref<HTMLButtonElement> }) {
  return (
    <button
      ref={innerRef}
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        "grid size-11 place-items-center rounded-pill text-accent-mark hover:bg-accent-soft disabled:text-ink-3",
        rest["aria-pressed"] === true && "bg-accent-soft",
      )}
      {...rest}
    />
  );
}
