"use client";

import { send } from "@/app/_ui/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { useOptimistic } from "@/app/_ui/optimistic";
import type { Relationship } from "@/lib/people/schema";

interface FollowButtonProps {
  person: { id: string; name: string };
  following: boolean;
  size?: "small" | "normal";
}

/** Follows at once for the eyes; unfollowing offers to undo. */
export function FollowButton({ person, following: initially, size = "small" }: FollowButtonProps) {
  const [following, change] = useOptimistic(initially, (next) =>
    send<Relationship>(`/api/v1/accounts/${person.id}/${next ? "follow" : "unfollow"}`, { method: "POST" }),
  );
  const say = useToast();
  const toggle = () => {
    change(!following);
    if (following) say(`Unfollowed ${person.name}`, { undo: () => change(true) });
  };
  return (
    <Button
      look={following ? "soft" : "ink"}
      size={size}
      aria-pressed={following}
      aria-label={`${following ? "Following" : "Follow"} ${person.name}`}
      onClick={toggle}
    >
      {following ? "Following" : "Follow"}
    </Button>
  );
}
