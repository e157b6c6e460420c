"use client";

import { isolated } from "@/lib/text/isolate";
import { useCallback } from "react";
import { Button } from "@/app/_ui/button";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { submit } from "@/app/_client/outbox/submit";
import { useStore } from "@/app/_client/use-store";
import { outboxStatus, setFollowState } from "@/app/_client/outbox/state";
import { followState, type FollowState } from "@/app/_client/follow-state";
import { useToast } from "@/app/_ui/toast";
import type { Relationship } from "@/lib/people/schema";

interface FollowButtonProps {
  /** `locked`: they approve their followers. */
  person: { id: string; name: string; locked?: boolean };
  standing?: FollowState;
  size?: "small" | "normal";
  /** What following is called here. */
  offer?: string;
}

const WORDS: Record<Exclude<FollowState, "none">, string> = {
  following: "Following",
  requested: "Requested",
  blocked: "Blocked",
};

/** Follows at once for the eyes, or asks to; unfollowing offers to undo. */
export function FollowButton({
  person,
  standing: initially = "none",
  size = "small",
  offer = "Follow",
}: FollowButtonProps) {
  const { id, name, locked = false } = person;
  const store = useCallback(
    (next: FollowState, before: FollowState) => submit({ kind: "follow", personId: id, next, before }),
    [id],
  );
  const [stored, changeStored] = useOptimistic<FollowState, Relationship>(initially, store, followState);
  const waiting = useStore(outboxStatus, ({ standings }) => standings.get(id), undefined);
  const standing = waiting ?? stored;
  const change = (next: FollowState) => {
    if (waiting) setFollowState(id, null);
    changeStored(next);
  };
  const say = useToast();
  const follow = () => change(locked ? "requested" : "following");
  const toggle = () => {
    if (standing === "none") return follow();
    change("none");
    if (standing === "following") say(`Unfollowed ${isolated(name)}`, { undo: follow });
    if (standing === "requested") say(`You no longer ask to follow ${isolated(name)}`, { undo: follow });
    if (standing === "blocked") say(`Unblocked ${isolated(name)}`);
  };
  const word = standing === "none" ? offer : WORDS[standing];
  return (
    <Button
      look={standing === "none" ? "ink" : standing === "blocked" ? "danger" : "soft"}
      size={size}
      aria-pressed={standing !== "none"}
      aria-label={`${word} ${name}`}
      onClick={toggle}
    >
      {word}
    </Button>
  );
}
