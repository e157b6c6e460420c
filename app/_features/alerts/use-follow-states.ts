"use client";

import { useEffect, useRef, useState } from "react";
import type { AlertListRow } from "@/app/_features/alerts/model";
import { send } from "@/app/_client/api";
import { followState, type FollowState } from "@/app/_client/follow-state";
import type { Relationship } from "@/lib/people/schema";

/** The viewer's relationships to those who followed them, by id, loaded as their rows appear. */
export function useFollowStates(rows: AlertListRow[], first: Record<string, FollowState>): Record<string, FollowState> {
  const [standings, setStandings] = useState(first);
  const asked = useRef(new Set(Object.keys(first)));
  useEffect(() => {
    const ids = followersIn(rows).filter((id) => !asked.current.has(id));
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    const query = new URLSearchParams(ids.map((id) => ["id[]", id]));
    void send<Relationship[]>(`/api/v1/accounts/relationships?${query}`).then((outcome) => {
      if (!outcome.ok) return;
      const known = Object.fromEntries(outcome.value.map((one) => [one.id, followState(one)]));
      setStandings((before) => ({ ...before, ...known }));
    });
  }, [rows]);
  return standings;
}

/** The people whose row offers to follow them back. */
export function followersIn(rows: AlertListRow[]): string[] {
  return rows.flatMap(({ type, people, count }) =>
    type === "follow" && count === 1 && people[0] ? [people[0].id] : [],
  );
}
