"use client";

import { Check } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { newId } from "@/app/_client/device";
import { useShownNow } from "@/app/_client/clock";
import { signedInToAct, useBarkMutations } from "@/app/_features/bark/use-bark";
import { leftOf, percents } from "@/app/_features/polls/model";
import { Moment } from "@/app/_features/time/time";
import { polls } from "@/app/_words/polls";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import type { Status } from "@/lib/barks/schema";
import type { Poll } from "@/lib/polls/schema";

interface BlockProps {
  bark: Status;
  poll: Poll;
  viewerId: string | null;
}

/** The poll of a bark: its options to choose from, or its result. */
export default function PollBlock({ bark, poll, viewerId }: BlockProps) {
  const [peeking, setPeeking] = useState(false);
  const now = useShownNow();
  const ended = poll.expired || (now !== null && now >= Date.parse(poll.expires_at));
  const mayVote = !ended && poll.voted !== true && bark.account.id !== viewerId;
  const hidden = poll.options.some(({ votes_count: votes }) => votes === null);
  return (
    // Above the link that covers the card.
    <div className="relative z-1 mt-2.5">
      {mayVote && !peeking ? (
        <Ballot bark={bark} poll={poll} viewerId={viewerId} />
      ) : (
        <Result poll={poll} ended={ended} language={bark.language} />
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-1.5 text-meta text-ink-3">
        <span>{poll.multiple ? polls.voters(poll.voters_count) : polls.votes(poll.votes_count)}</span>
        <span aria-hidden="true">·</span>
        <span>{ended ? polls.ended : <Left at={poll.expires_at} />}</span>
        {hidden && !ended && (
          <>
            <span aria-hidden="true">·</span>
            <span>{polls.hidden}</span>
          </>
        )}
        {mayVote && !hidden && (
          <button
            type="button"
            className="-my-2 min-h-11 px-1.5 font-bold text-accent-text hover:underline"
            onClick={() => setPeeking(!peeking)}
          >
            {peeking ? polls.backToVote : polls.showResult}
          </button>
        )}
      </p>
    </div>
  );
}

function Left({ at }: { at: string }) {
  return (
    <Moment
      at={at}
      words={(now) => {
        const left = leftOf(Date.parse(at), now);
        return left ? polls.left(left.unit, left.count) : polls.leftMoments;
      }}
      titled
    />
  );
}

/** Radio buttons or check boxes, which the browser's own keys work on. */
function Ballot({ bark, poll, viewerId }: BlockProps) {
  const name = useId();
  const { vote } = useBarkMutations();
  const [chosen, setChosen] = useState<number[]>([]);
  const choose = (place: number, on: boolean) => {
    if (poll.multiple) setChosen(on ? [...chosen, place] : chosen.filter((other) => other !== place));
    else setChosen([place]);
  };
  const cast = (event: FormEvent) => {
    event.preventDefault();
    const choices = chosen.toSorted((a, b) => a - b);
    if (choices.length === 0) return;
    if (!signedInToAct(viewerId, bark, { kind: "vote", id: bark.id, choices, key: newId() })) return;
    vote(bark, choices);
  };
  return (
    <form onSubmit={cast}>
      <fieldset className="grid gap-2">
        <legend className={poll.multiple ? "mb-1.5 text-meta text-ink-3" : "sr-only"}>
          {poll.multiple ? polls.several : polls.voting}
        </legend>
        {poll.options.map(({ title }, place) => (
          <label
            key={place}
            className={cx(
              "flex min-h-11 cursor-pointer items-center gap-3 rounded-field border-thick px-3 py-1.5 text-label wrap-anywhere",
              chosen.includes(place) ? "border-accent-line bg-accent-soft" : "border-line hover:border-edge",
            )}
          >
            <input
              type={poll.multiple ? "checkbox" : "radio"}
              name={name}
              checked={chosen.includes(place)}
              onChange={(event) => choose(place, event.target.checked)}
              className="size-5 flex-none accent-accent-mark"
            />
            <span dir="auto" lang={bark.language ?? undefined}>
              {title}
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" size="small" className="mt-3" disabled={chosen.length === 0}>
        {polls.vote}
      </Button>
    </form>
  );
}

interface ResultProps {
  poll: Poll;
  ended: boolean;
  language: string | null;
}

/** A bar for each option, as long as its share; without numbers while the totals are hidden. */
function Result({ poll, ended, language }: ResultProps) {
  const shares = percents(poll);
  const most = Math.max(...poll.options.map(({ votes_count: votes }) => votes ?? 0));
  return (
    <ul className="grid gap-2">
      {poll.options.map(({ title, votes_count: votes }, place) => {
        const own = poll.own_votes?.includes(place) ?? false;
        const leads = ended && most > 0 && votes === most;
        const share = shares[place];
        return (
          <li
            key={place}
            className="relative isolate flex min-h-10 items-center gap-2 overflow-hidden rounded-field bg-sunken px-3 py-1.5 text-label forced-colors:border"
          >
            {share !== undefined && (
              <span
                aria-hidden="true"
                className={cx(
                  "absolute inset-s-0 inset-y-0 -z-1 rounded-field transition-[width] duration-(--dur-base) motion-reduce:transition-none",
                  "forced-colors:top-auto forced-colors:h-1 forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none",
                  own || leads ? "bg-accent-line" : "bg-accent-soft",
                )}
                style={{ width: `${share}%` }}
              />
            )}
            <span dir="auto" lang={language ?? undefined} className={cx("wrap-anywhere", leads && "font-bold")}>
              {title}
            </span>
            {own && <Check className="size-4.5 flex-none" aria-label={polls.own} />}
            {share !== undefined && (
              <span className={cx("ms-auto flex-none ps-2 tabular-nums", leads && "font-bold")}>
                {polls.share(share)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
