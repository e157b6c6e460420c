import { cx } from "@/app/_ui/cx";

interface SegmentsProps {
  name: string;
  /** The name of the group, for screen readers. */
  label: string;
  choices: readonly (readonly [value: string, words: string])[];
  chosen: string;
  choose: (value: string) => void;
}

/** A few choices in one tray, of which one is raised. */
export function Segments({ name, label, choices, chosen, choose }: SegmentsProps) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex max-w-full flex-wrap rounded-[1.375rem] bg-sunken p-[3px]"
    >
      {choices.map(([value, words]) => (
        <label
          key={value}
          className={cx(
            "grid min-h-10 flex-auto cursor-pointer place-items-center rounded-pill px-3 text-small has-focus-visible:outline-2 has-focus-visible:outline-focus",
            chosen === value ? "bg-thumb font-bold shadow-e1" : "font-medium text-ink-2",
          )}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => choose(value)}
            className="sr-only"
          />
          {words}
        </label>
      ))}
    </div>
  );
}
