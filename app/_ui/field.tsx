import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  /** The error and how to correct it; screen readers read it with the field. */
  fault?: string;
  help?: string;
  /** A button inside the field, at its end. */
  end?: ReactNode;
}

/** A labelled field with its error below. */
export function TextInput({ label, fault, help, end, className, ...input }: FieldProps) {
  const id = useId();
  const note = fault ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-small font-bold">
        {label}
      </label>
      <div className="relative">
        <input
          dir="auto"
          id={id}
          aria-invalid={fault ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={cx(
            "min-h-12 w-full rounded-field border-thick bg-surface px-4 text-body text-ink",
            fault ? "border-danger" : "border-edge",
            Boolean(end) && "pe-12",
          )}
          {...input}
        />
        {end}
      </div>
      {note && (
        <p id={`${id}-note`} className={cx("mt-1.5 text-meta", fault ? "text-danger" : "text-ink-3")}>
          {note}
        </p>
      )}
    </div>
  );
}
