"use client";

import { circles } from "@/app/_words/circles";
import { CircleIcon } from "@/app/_features/circles/sign";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";

interface LevelChoiceProps {
  levels: { degree: number; total: number; sampled: boolean }[];
  chosen: number;
  choose: (degree: number) => void;
}

/** The choice of the circle that is listed. */
export function LevelChoice({ levels, chosen, choose }: LevelChoiceProps) {
  return (
    <div role="group" aria-label={circles.whichCircle} className="@container border-b border-line px-4 py-3 desk:px-5">
      <div className="flex rounded-card bg-sunken p-0.75 @max-narrow:flex-col">
        {levels.map(({ degree, total, sampled }) => {
          const here = degree === chosen;
          return (
            <button
              key={degree}
              type="button"
              aria-pressed={here}
              disabled={total === 0 && !here}
              onClick={() => choose(degree)}
              className={cx(
                "flex min-h-12 flex-auto items-center justify-center gap-2 rounded-[1.0625rem] @max-narrow:justify-start @max-narrow:px-4 px-2 py-1.5 text-start text-small leading-4.5",
                here ? "bg-thumb font-bold text-ink shadow-e1" : "font-medium text-ink-2 disabled:text-ink-3",
              )}
            >
              <CircleIcon degree={degree} className={cx("size-5", here && "text-accent-mark")} />
              <span>
                {circles.circle(degree)}
                <span className="block text-micro font-normal text-ink-2">
                  {(sampled ? circles.atLeastPeople : circles.people)(total, short(total))}
                </span>
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
