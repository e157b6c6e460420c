import { circles } from "@/app/_words/circles";
import { cx } from "@/app/_ui/cx";

const RINGS: Record<number, number[]> = { 1: [], 2: [8], 3: [5.5, 9.5], 4: [4.5, 7.5, 10.5] };

/** A dot with one ring for each follow beyond the viewer's own. */
export function CircleIcon({ degree, className }: { degree: number; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={cx("flex-none", className)} aria-hidden="true">
      <circle cx="12" cy="12" r={degree > 2 ? 2.2 : 3} fill="currentColor" />
      {(RINGS[degree] ?? []).map((radius) => (
        <circle key={radius} cx="12" cy="12" r={radius} fill="none" stroke="currentColor" strokeWidth="2" />
      ))}
    </svg>
  );
}

/** A person's circle, as a picture and in words. */
export function CircleSign({ degree }: { degree: number }) {
  return (
    <span className="inline-flex items-center gap-1 self-center text-meta font-medium whitespace-nowrap text-accent-text">
      <CircleIcon degree={degree} className="size-3.75" />
      {circles.circle(degree)}
    </span>
  );
}
