"use client";

import { Pin } from "lucide-react";
import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { useToast } from "@/app/_ui/toast";
import { topics } from "@/app/_words/topics";
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
  const word = on ? topics.following : topics.follow;
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

/** Shows a topic on the viewer's profile, or no longer. */
export function FeatureTopic({ tag: { name, featuring } }: { tag: Pick<Tag, "name" | "featuring"> }) {
  const say = useToast();
  const [on, setOn] = useOptimistic(
    featuring,
    useCallback(
      async (next: boolean) => {
        const address = `/api/v1/tags/${encodeURIComponent(name)}/${next ? "feature" : "unfeature"}`;
        const outcome = await send(address, { method: "POST" });
        if (outcome.ok) say(next ? topics.featured : topics.unfeatured);
        return outcome;
      },
      [name, say],
    ),
  );
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={topics.feature(name)}
      title={topics.feature(name)}
      onClick={() => setOn(!on)}
      className={cx("plain grid size-11 place-items-center rounded-pill", on ? "text-accent-text" : "text-ink-2")}
    >
      <Pin className={cx("size-5", on && "fill-current")} aria-hidden="true" />
    </button>
  );
}
