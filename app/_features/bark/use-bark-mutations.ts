"use client";

import { useMemo } from "react";
import { setOptimistic, ingest } from "@/app/_client/bark-store";
import { optimisticChange, mutationKey, type BarkMutation } from "@/app/_client/outbox/mutations";
import { submit } from "@/app/_client/outbox/submit";
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
 * taken back with a word when it fails. Of several in a row the last one counts. Without a connection
 * it waits in the outbox, which says later what became of it.
 */
export function useBarkMutations() {
  const say = useToast();
  return useMemo(() => {
    const act = (deed: BarkMutation) => {
      const { id } = deed;
      const key = mutationKey(deed);
      const lane = lanes.get(key) ?? { turn: 0, queue: Promise.resolve() };
      lanes.set(key, lane);
      const mine = ++lane.turn;
      setOptimistic(id, key, optimisticChange(deed)?.change ?? null);
      lane.queue = lane.queue.then(async () => {
        const outcome = await submit(deed);
        if (outcome === "waits") return;
        if (outcome.ok) ingest(outcome.value);
        if (mine !== lane.turn) return;
        setOptimistic(id, key, null);
        if (!outcome.ok) say(outcome.sentence);
      });
    };

    const like = ({ id }: Status, on: boolean) => act({ kind: "like", id, on });
    const rebark = (bark: Status, on: boolean) => {
      act({ kind: "rebark", id: bark.id, on });
      if (!on) say("Rebark taken back", { undo: () => rebark(bark, true) });
    };
    const bookmark = (bark: Status, on: boolean) => {
      act({ kind: "bookmark", id: bark.id, on });
      if (!on) say("Bookmark removed", { undo: () => bookmark(bark, true) });
    };
    const pin = (bark: Status, on: boolean) => {
      act({ kind: "pin", id: bark.id, on });
      if (on) say("Pinned to your profile");
      else say("No longer pinned", { undo: () => pin(bark, true) });
    };
    const react = ({ id }: Status, emoji: string, on: boolean) => act({ kind: "react", id, emoji, on });
    return { like, rebark, bookmark, pin, react };
  }, [say]);
}
