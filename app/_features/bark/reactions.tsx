"use client";

import { useState } from "react";
import { ReactButton } from "@/app/_features/bark/actions";
import { counted } from "@/app/_features/bark/say";
import { signedInToAct, useBarkMutations } from "@/app/_features/bark/use-bark";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";
import type { Status } from "@/lib/barks/schema";

/** The maximum number of chips on a card; "+3" shows the rest. */
const SHOWN = 6;
const CHIP =
  "relative z-1 inline-flex h-7.5 items-center gap-1.5 rounded-pill px-2.5 text-meta tabular-nums after:absolute after:-inset-x-0.5 after:-inset-y-1.75";

interface ReactionsProps {
  bark: Status;
  viewerId: string | null;
  /** With a last chip to add a reaction. */
  more?: boolean;
  /** Without a maximum number. */
  all?: boolean;
}

/** The reactions to a bark. A tap adds the same one, or removes the viewer's own. */
export function Reactions({ bark, viewerId, more = false, all: whole = false }: ReactionsProps) {
  const acts = useBarkMutations();
  const [all, setAll] = useState(whole);
  const reactions = bark.emoji_reactions;
  if (reactions.length === 0 && !more) return null;
  const shown = all || reactions.length <= SHOWN ? reactions : reactions.slice(0, SHOWN);
  const hidden = reactions.length - shown.length;
  return (
    <div role="group" aria-label="Reactions" className="mt-2.5 flex flex-wrap gap-x-1.5 gap-y-2.5">
      {shown.map(({ name, count, me }) => (
        <button
          key={name}
          type="button"
          aria-pressed={me}
          aria-label={`${name}, ${counted(count, "reaction")}`}
          onClick={() =>
            signedInToAct(viewerId, bark, { kind: "react", id: bark.id, emoji: name, on: true }) &&
            acts.react(bark, name, !me)
          }
          className={cx(
            CHIP,
            me
              ? "bg-accent-soft font-bold text-accent-text shadow-[inset_0_0_0_1.5px_var(--accent-line)]"
              : "bg-sunken font-medium text-ink-2",
          )}
        >
          <span aria-hidden="true" className={cx("text-base leading-none", me && "pop")}>
            {name}
          </span>
          {short(count)}
        </button>
      ))}
      {hidden > 0 && (
        <button
          type="button"
          aria-label={`Show ${hidden} more`}
          onClick={() => setAll(true)}
          className={cx(CHIP, "bg-sunken font-medium text-ink-2")}
        >
          +{hidden}
        </button>
      )}
      {more && <ReactButton bark={bark} viewerId={viewerId} chip />}
    </div>
  );
}
