import type { ComponentType } from "react";

interface SwitchProps {
  id: string;
  icon?: ComponentType<{ className?: string; "aria-hidden"?: "true" }>;
  title: string;
  detail?: string;
  on: boolean;
  change: (on: boolean) => void;
}

/** A switch with its label; all of it can be tapped. */
export function Switch({ id, icon: Icon, title, detail, on, change }: SwitchProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-13.5 cursor-pointer flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
    >
      {Icon && <Icon className="size-5.5 flex-none text-ink-2" aria-hidden="true" />}
      <span className="min-w-0 grow basis-32">
        <b className="block text-label">{title}</b>
        {detail && (
          <span id={`${id}-detail`} className="block text-meta text-ink-3">
            {detail}
          </span>
        )}
      </span>
      {/* The box itself lies unseen over the picture of it, so that what is seen is what is pressed. */}
      <span className="relative h-8 w-13 flex-none">
        <input
          type="checkbox"
          role="switch"
          aria-checked={on}
          id={id}
          aria-label={title}
          aria-describedby={detail ? `${id}-detail` : undefined}
          checked={on}
          onChange={(event) => change(event.target.checked)}
          className="peer absolute inset-0 z-1 m-0 size-full cursor-pointer opacity-0"
        />
        <span
          aria-hidden="true"
          className="absolute inset-0 rounded-pill bg-sunken shadow-[inset_0_0_0_1.5px_var(--edge)] after:absolute after:top-[.3125rem] after:inset-s-[.3125rem] after:size-5.5 after:rounded-full after:bg-edge after:transition-[inset-inline-start] after:duration-(--dur-fast) peer-checked:bg-pine peer-checked:shadow-none peer-checked:after:inset-s-[1.5rem] peer-checked:after:bg-surface"
        />
      </span>
    </label>
  );
}
