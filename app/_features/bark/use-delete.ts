"use client";

import { send } from "@/app/_client/api";
import { emit } from "@/app/_client/events";
import { useToast } from "@/app/_ui/toast";
import { bark as words } from "@/app/_words/bark";
import type { Status } from "@/lib/barks/schema";

/** Hides a bark at once, and deletes it when the time for undoing is over. */
export function useDelete(status: Status): () => void {
  const say = useToast();
  return () => {
    emit({ type: "gone", id: status.id });
    say(words.deleted, {
      undo: () => emit({ type: "back", status }),
      gone: () =>
        void send(`/api/v1/statuses/${status.id}`, { method: "DELETE", keepalive: true }).then((outcome) => {
          if (outcome.ok || outcome.status === 404) return;
          emit({ type: "back", status });
          say(words.notDeleted(outcome.sentence));
        }),
    });
  };
}
