"use client";

import { people as words } from "@/app/_words/people";
import { isolated } from "@/lib/text/isolate";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { followChanges, type FollowState } from "@/app/_client/follow-state";
import { joinRequest } from "@/app/_client/join-first";
import { mutate } from "@/app/_client/outbox/mutate";
import { useStore } from "@/app/_client/use-store";
import { useToast } from "@/app/_ui/toast";

interface FollowButtonProps {
  /** `locked`: they approve their followers. */
  person: { id: string; name: string; locked?: boolean };
  standing?: FollowState;
  size?: "small" | "normal";
  /** The label for following. */
  offer?: string;
  /** How it looks while one does not follow. */
  look?: "ink" | "outline";
  /** For signed-out visitors, who are asked to join: the person's avatar. */
  joinFirst?: string | undefined;
}

/** Follows, or requests to; shown at once. Unfollowing can be undone. */
export function FollowButton({
  person,
  standing: initially = "none",
  size = "small",
  offer = words.follow,
  look = "ink",
  joinFirst,
}: FollowButtonProps) {
  const { id, name, locked = false } = person;
  const { standing, toggle } = useFollow(person, initially);
  const press = () => {
    if (joinFirst === undefined) return toggle();
    joinRequest.set({ act: { kind: "follow", personId: id, locked }, name, avatar: joinFirst });
  };
  const word = standing === "none" ? offer : words[standing];
  return (
    <Button
      look={standing === "none" ? look : standing === "blocked" ? "danger" : "soft"}
      size={size}
      aria-pressed={standing !== "none"}
      aria-label={`${word} ${name}`}
      onClick={press}
    >
      {word}
    </Button>
  );
}

/** Whether the viewer follows a person, and what a press does about it. */
export function useFollow({ id, name, locked = false }: FollowButtonProps["person"], initially: FollowState) {
  const [standing, change] = useFollowState(id, initially);
  const say = useToast();
  const follow = () => change(locked ? "requested" : "following");
  const toggle = () => {
    if (standing === "none") return follow();
    change("none");
    if (standing === "following") say(words.unfollowed(isolated(name)), { undo: follow });
    if (standing === "requested") say(words.requestWithdrawn(isolated(name)), { undo: follow });
    if (standing === "blocked") say(words.unblocked(isolated(name)));
  };
  return { standing, toggle };
}

/** Whether the viewer follows a person, including changes since the page was rendered, and how to change it. */
function useFollowState(id: string, initially: FollowState): [FollowState, (next: FollowState) => void] {
  const say = useToast();
  const change = useStore(followChanges, (changes) => changes.get(id), undefined);
  const [seen, setSeen] = useState(change);
  // A change that has arrived since the page was loaded is newer than what the page says.
  const [told, setTold] = useState(change?.told ?? initially);
  if (change !== seen) {
    setSeen(change);
    if (change?.told) setTold(change.told);
  }
  const set = (next: FollowState) =>
    void mutate({ kind: "follow", personId: id, next, before: told }).then(
      (outcome) => outcome?.ok === false && say(outcome.sentence),
    );
  return [change?.pending ?? told, set];
}
