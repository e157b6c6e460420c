"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";
import type { List } from "@/lib/lists/schema";

interface Membership {
  list: List;
  personId: string;
  member: boolean;
}

/** Puts a person on a list, or takes them off. */
export function MembershipSwitch({ list, personId, member }: Membership) {
  const [on, setOn] = useOptimistic(
    member,
    useCallback(
      (next: boolean) => {
        const json = { account_ids: [personId] };
        return send(`/api/v1/lists/${list.id}/accounts`, { method: next ? "POST" : "DELETE", json });
      },
      [list.id, personId],
    ),
  );
  return <Switch id={`list-${list.id}`} title={list.title} on={on} change={setOn} />;
}
