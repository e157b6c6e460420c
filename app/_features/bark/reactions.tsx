"use client";

import { bark as words } from "@/app/_words/bark";
import { signedInToAct, useBarkMutations } from "@/app/_features/bark/use-bark";
import { ReactionChip } from "@/app/_features/emoji/reaction-chip";
import type { Status } from "@/lib/barks/schema";

/** All reactions to a bark, on its own page. A tap adds the same one, or removes the viewer's own. */
export function Reactions({ bark, viewerId }: { bark: Status; viewerId: string | null }) {
  const acts = useBarkMutations();
  return (
    <div role="group" aria-label={words.reactionsTitle} className="mt-2.5 flex min-h-7.5 flex-wrap gap-x-1.5 gap-y-2.5">
      {bark.emoji_reactions.map(({ name, count, me }) => (
        <ReactionChip
          key={name}
          name={name}
          count={count}
          me={me}
          press={() =>
            signedInToAct(viewerId, bark, { kind: "react", id: bark.id, emoji: name, on: true }) &&
            acts.react(bark, name, !me)
          }
        />
      ))}
    </div>
  );
}
