"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Button } from "@/app/_ui/button";
import type { Tag } from "@/lib/topics/schema";

/** Follows a topic, whose public barks are on Home then. */
export function FollowTopic({ tag: { name, following } }: { tag: Pick<Tag, "name" | "following"> }) {
  const [on, setOn] = useOptimistic(
    following,
    useCallback(
      (next: boolean) =>
        send(`/api/v1/tags/${encodeURIComponent(name)}/${next ? "follow" : "unfollow"}`, { method: "POST" }),
      [name],
    ),
  );
  const word = on ? "Following" : "Follow";
  return (
    <Button
      look={on ? "soft" : "ink"}
      size="small"
      aria-pressed={on}
      aria-label={`${word} #${name}`}
      onClick={() => setOn(!on)}
    >
      {word}
    </Button>
  );
}
