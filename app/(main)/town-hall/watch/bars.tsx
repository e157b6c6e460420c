import { watch as words } from "@/app/_words/watch";

interface BarsProps {
  /** Days (UTC), oldest first: when each begins (Unix ms), and what was counted. */
  days: readonly { at: number; count: number }[];
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const counted = (count: number) => count.toLocaleString("en");
/** What is left of a bar for a day without anything, in percent, so that the day is there. */
const LEAST = 2;

/** A bar for each day. Screen readers read the days and their counts. */
export function Bars({ days }: BarsProps) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure className="grid gap-1.5">
      <ol className="flex h-28 items-end gap-[3px] border-b border-edge">
        {days.map(({ at, count }) => (
          <li
            key={at}
            title={words.ofDay(DAY.format(at), counted(count))}
            className="min-w-0 flex-1 rounded-t-[3px] border border-transparent bg-accent"
            style={{ height: `${Math.max(LEAST, (100 * count) / most)}%` }}
          >
            <span className="sr-only">{words.ofDay(DAY.format(at), counted(count))}</span>
          </li>
        ))}
      </ol>
      <figcaption className="flex flex-wrap justify-between gap-x-3 text-meta text-ink-3">
        <span>{first && DAY.format(first.at)}</span>
        <b className="text-ink-2">
          {words.inAll(counted(days.reduce((sum, { count }) => sum + count, 0)), days.length)}
        </b>
        <span>{last && DAY.format(last.at)}</span>
      </figcaption>
    </figure>
  );
}
