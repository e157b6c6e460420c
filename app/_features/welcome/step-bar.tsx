import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { welcome as words } from "@/app/_words/welcome";
import { DropAct } from "@/app/_features/welcome/after-joining";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

interface StepProps {
  step: 1 | 2 | 3;
  next: string;
  topics: string[];
}

/** The address of a step with what was chosen so far. */
export function stepPath(step: number, next: string, topics: string[]): string {
  return paths.welcome(next, step) + (topics.length > 0 ? `&topics=${topics.map(encodeURIComponent).join(",")}` : "");
}

/** Where one is in the welcome, the way back, and past this step. */
export function StepBar({ step, next, topics }: StepProps) {
  return (
    <header className="sticky top-0 z-(--z-bar) grid min-h-(--bar-top) grid-cols-[1fr_minmax(0,auto)_1fr] items-center border-b border-line bg-surface px-2">
      {step > 1 ? (
        <Link
          href={stepPath(step - 1, next, topics)}
          aria-label={words.back}
          className="plain grid size-11 place-items-center rounded-pill"
        >
          <ArrowLeft className="size-5 rtl:-scale-x-100" aria-hidden="true" />
        </Link>
      ) : (
        <span />
      )}
      <span className="flex gap-1.5" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={cx("h-1.5 w-8 rounded-pill border border-transparent", bar <= step ? "bg-accent" : "bg-sunken")}
          />
        ))}
      </span>
      {step < 3 ? (
        <Link
          href={stepPath(step + 1, next, topics)}
          className="grid min-h-11 items-center justify-self-end px-2 text-label font-bold text-accent-text"
        >
          {words.skip}
        </Link>
      ) : (
        <DropAct className="grid min-h-11 items-center justify-self-end px-2 text-label font-bold text-accent-text">
          {words.skip}
        </DropAct>
      )}
    </header>
  );
}
