import type { ReactNode } from "react";

interface ChoiceProps {
  type: "radio" | "checkbox";
  name: string;
  value?: string;
  checked?: boolean;
  /** Its initial state, in forms that keep it. */
  first?: boolean;
  chosen?: (on: boolean) => void;
  children: ReactNode;
}

/** One of several options, with a touch target of full height. */
export function Choice({ type, name, value, checked, first, chosen, children }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-field px-1 text-label has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        defaultChecked={first}
        onChange={(event) => chosen?.(event.target.checked)}
        className="size-5 flex-none accent-(--color-pine)"
      />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}
