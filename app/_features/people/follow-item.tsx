"use client";

import { UserMinus, UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { followState, type FollowState } from "@/app/_client/follow-state";
import { readRelationships } from "@/app/_client/relationships";
import { useFollow } from "@/app/_features/people/follow-button";
import { MenuItem } from "@/app/_ui/menu";
import { bark as words } from "@/app/_words/bark";
import type { Status } from "@/lib/barks/schema";

const LABELS: Record<FollowState, (handle: string) => string> = {
  none: words.follow,
  following: words.unfollow,
  requested: words.unrequest,
  blocked: words.unblock,
};

/** Follows or unfollows somebody from a menu. Until it is known which, the item has room but does nothing. */
export function FollowItem({ person }: { person: Status["account"] }) {
  const [standing, setStanding] = useState<FollowState | null>(null);
  useEffect(() => {
    void readRelationships([person.id]).then(([relationship]) => {
      if (relationship) setStanding(followState(relationship));
    });
  }, [person.id]);
  if (standing === null) return <div role="none" className="min-h-11" />;
  return <KnownFollowItem person={person} standing={standing} />;
}

function KnownFollowItem({ person, standing: initially }: { person: Status["account"]; standing: FollowState }) {
  const { id, display_name: name, locked, acct } = person;
  const { standing, toggle } = useFollow({ id, name, locked }, initially);
  return (
    <MenuItem icon={standing === "none" ? UserPlus : UserMinus} act={toggle}>
      {LABELS[standing](acct)}
    </MenuItem>
  );
}
