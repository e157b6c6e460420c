import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  /** The error and how to correct it; screen readers read it with the field. */
  fault?: string;
  help?: string;
  /** That the value is fine; shown instead of the help, in green. */
  good?: string | undefined;
  /** A line of room is kept for the error, so that nothing moves when there is one. */
  steady?: boolean;
  /** A sign inside the field, before the text. */
  start?: ReactNode;
  /** A button inside the field, at its end. */
  end?: ReactNode;
}

/** A labelled field with its error below. */
export function TextInput({ label, fault, help, good, steady = false, start, end, className, ...input }: FieldProps) {
  const id = useId();
  const note = fault ?? good ?? help;
  return (
    <div className={cx(steady && !note && "pb-6", className)}>
      <label htmlFor={id} className="mb-1.5 block text-small font-bold">
        {label}
      </label>
      <div className="relative">
        {start}
        <input
          dir="auto"
          id={id}
          aria-invalid={fault ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={cx(
            "min-h-12 w-full rounded-field border-thick bg-surface px-4 text-body text-ink",
            fault ? "border-danger" : good ? "border-pine" : "border-edge",
            Boolean(start) && "ps-11",
            Boolean(end) && "pe-12",
          )}
          {...input}
        />
        {end}
      </div>
      {note && (
        <p
          id={`${id}-note`}
          className={cx("mt-1.5 text-meta", fault ? "text-danger" : good ? "text-pine" : "text-ink-3")}
        >
          {note}
        </p>
      )}
    </div>
  );
}
