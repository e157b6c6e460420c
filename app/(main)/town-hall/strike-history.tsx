import { BarkWords } from "@/app/(main)/town-hall/parts";
import { Ago } from "@/app/_features/time/time";
import { fill } from "@/app/_ui/fill";
import { townHall as words } from "@/app/_words/town-hall";
import { MEASURE_OF } from "@/lib/strikes/rules";
import type { AppealMatter } from "@/lib/strikes/schema";

/** The measures against somebody so far, newest first. */
export function StrikeHistory({ matters }: { matters: AppealMatter[] }) {
  if (matters.length === 0) return <p className="text-label text-ink-2">{words.noStrikes}</p>;
  return (
    <ul className="grid gap-2">
      {matters.map(({ warning, by }) => (
        <li key={warning.id} className="rounded-field border border-line px-3 py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-label">
            <b>{words.measures[MEASURE_OF[warning.action]].name}</b>
            <span className="text-meta text-ink-3">
              {words.byStaff.replace("{who}", () => by)} · <Ago at={warning.created_at} />
            </span>
          </p>
          <BarkWords text={warning.text} className="text-ink-2" />
          {warning.lifted_at && (
            <p className="text-meta text-ink-2">{fill(words.liftedOn, { when: <Ago at={warning.lifted_at} /> })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
