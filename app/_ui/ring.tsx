import { cx } from "@/app/_ui/cx";
import { compose } from "@/app/_words/compose";
import { BARK_LIMIT } from "@/lib/text/length";

const RADIUS = 14;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a bark's length is used: a ring, with a number for the last forty characters. */
export function LengthRing({ length }: { length: number }) {
  const left = BARK_LIMIT - length;
  const tone = left < 0 ? "text-danger" : left <= 20 ? "text-warn" : "text-accent";
  const used = Math.min(1, length / BARK_LIMIT);
  return (
    <span className={cx("relative inline-grid size-9 flex-none place-items-center", tone)}>
      <svg viewBox="0 0 36 36" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="18" cy="18" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="3.5" />
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          stroke="currentColor"
          strokeWidth="3.5"
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - used)}
        />
      </svg>
      {left <= 40 && (
        <span className={cx("text-micro font-bold tabular-nums", left > 20 && "text-ink")} aria-hidden="true">
          {left < 0 ? `−${-left}` : left}
        </span>
      )}
      <span className="sr-only" role="status">
        {left < 0 ? compose.lengthOver(-left) : left <= 40 ? compose.lengthLeft(left) : ""}
      </span>
    </span>
  );
}
