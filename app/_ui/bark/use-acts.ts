"use client";

import { useMemo } from "react";
import { send, type Outcome } from "@/app/_ui/api";
import { liked, reacted, rebarked } from "@/app/_ui/bark/merge";
import { pend, take, type Change } from "@/app/_ui/bark/store";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";

interface Lane {
  turn: number;
  queue: Promise<void>;
}

/** What somebody does to one bark in one way is sent in turn, whichever card they do it on. */
const lanes = new Map<string, Lane>();

/**
 * What can be done to a bark: each shows at once on every card of it, is sent behind the eyes, and is
 * taken back with a word when it fails. Of several in a row the last one counts.
 */
export function useActs() {
  const say = useToast();
  return useMemo(() => {
    const act = (id: string, name: string, change: Change, store: () => Promise<Outcome<Status>>) => {
      const key = `${id} ${name}`;
      const lane = lanes.get(key) ?? { turn: 0, queue: Promise.resolve() };
      lanes.set(key, lane);
      const mine = ++lane.turn;
      pend(id, name, change);
      lane.queue = lane.queue.then(async () => {
        const outcome = await store();
        if (outcome.ok) take(outcome.value);
        if (mine !== lane.turn) return;
        pend(id, name, null);
        if (!outcome.ok) say(outcome.sentence);
      });
    };
    const post = (id: string, verb: string) => () => send<Status>(`/api/v1/statuses/${id}/${verb}`, { method: "POST" });

    const like = ({ id }: Status, on: boolean) =>
      act(id, "like", (status) => liked(status, on), post(id, on ? "favourite" : "unfavourite"));
    const rebark = (bark: Status, on: boolean) => {
      const { id } = bark;
      act(id, "rebark", (status) => rebarked(status, on), post(id, on ? "reblog" : "unreblog"));
      if (!on) say("Rebark taken back", { undo: () => rebark(bark, true) });
    };
    const bookmark = (bark: Status, on: boolean) => {
      const { id } = bark;
      act(id, "bookmark", (status) => ({ ...status, bookmarked: on }), post(id, on ? "bookmark" : "unbookmark"));
      if (!on) say("Bookmark removed", { undo: () => bookmark(bark, true) });
    };
    const pin = (bark: Status, on: boolean) => {
      const { id } = bark;
      act(id, "pin", (status) => ({ ...status, pinned: on }), post(id, on ? "pin" : "unpin"));
      if (on) say("Pinned to your profile");
      else say("No longer pinned", { undo: () => pin(bark, true) });
    };
    const react = ({ id }: Status, emoji: string, on: boolean) =>
      act(
        id,
        `react ${emoji}`,
        (status) => reacted(status, emoji, on),
        () =>
          send<Status>(`/api/v1/barker/statuses/${id}/reactions/${encodeURIComponent(emoji)}`, {
            method: on ? "PUT" : "DELETE",
          }),
      );
    return { like, rebark, bookmark, pin, react };
  }, [say]);
}
