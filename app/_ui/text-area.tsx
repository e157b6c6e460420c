import { useId, type ComponentProps } from "react";
import { cx } from "@/app/_ui/cx";

interface TextAreaProps extends ComponentProps<"textarea"> {
  label: string;
  fault?: string;
  help?: string;
}

/** A labelled field of several lines with its error below. */
export function TextArea({ label, fault, help, className, ...area }: TextAreaProps) {
  const id = useId();
  const note = fault ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-small font-bold">
        {label}
      </label>
      <textarea
        dir="auto"
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={cx(
          "block w-full rounded-field border-thick bg-surface px-4 py-3 text-body text-ink",
          fault ? "border-danger" : "border-edge",
        )}
        {...area}
      />
      {note && (
        <p id={`${id}-note`} className={cx("mt-1.5 text-meta", fault ? "text-danger" : "text-ink-3")}>
          {note}
        </p>
      )}
    </div>
  );
}
