import { emoji as words } from "@/app/_words/emoji";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";

/** The look of a chip beside others: 30 px high, with a touch target of 44. */
export const CHIP =
  "relative z-1 inline-flex h-7.5 items-center gap-1.5 rounded-pill px-2.5 text-meta tabular-nums after:absolute after:-inset-x-0.5 after:-inset-y-1.75";

interface ReactionChipProps {
  name: string;
  count: number;
  me: boolean;
  press: () => void;
}

/** An emoji with the number of people who reacted with it; pressing adds or removes the viewer's own. */
export function ReactionChip({ name, count, me, press }: ReactionChipProps) {
  return (
    <button
      type="button"
      aria-pressed={me}
      aria-label={words.reaction(name, count)}
      onClick={press}
      className={cx(
        CHIP,
        me ? "bg-accent-soft font-bold text-accent-text shadow-chosen" : "bg-sunken font-medium text-ink-2",
      )}
    >
      <span aria-hidden="true" className={cx("text-base leading-none", me && "pop")}>
        {name}
      </span>
      <span data-count>{short(count)}</span>
    </button>
  );
}
