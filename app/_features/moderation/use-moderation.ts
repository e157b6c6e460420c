"use client";

import { moderation as words } from "@/app/_words/moderation";
import { isolated } from "@/lib/text/isolate";
import { useRouter } from "next/navigation";
import { send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import type { Person } from "@/app/_features/moderation/dialogs";
import { emit } from "@/app/_client/events";
import { useToast } from "@/app/_ui/toast";
import type { QuotePolicy, Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";

type Verb = "mute" | "unmute" | "block" | "unblock" | "remove_from_followers" | "follow";

/** The moderation actions, each with a message and, where possible, an undo button. */
export function useModeration() {
  const router = useRouter();
  const say = useToast();

  async function act(person: Person, verb: Verb, json?: object): Promise<boolean> {
    const outcome = await send<Relationship>(`/api/v1/accounts/${person.id}/${verb}`, { method: "POST", json });
    if (!outcome.ok) say(outcome.sentence);
    else router.refresh();
    return outcome.ok;
  }
  async function hide(person: Person, verb: "mute" | "block", json?: object): Promise<void> {
    emit({ type: "person-hidden", personId: person.id });
    if (await act(person, verb, json)) {
      const done = verb === "mute" ? words.muted : words.blocked;
      say(done(isolated(person.display_name)), {
        undo: () => void undo(person, verb === "mute" ? "unmute" : "unblock"),
      });
    } else emit({ type: "person-shown", personId: person.id });
  }
  async function undo(person: Person, verb: "unmute" | "unblock"): Promise<void> {
    if (!(await act(person, verb))) return;
    emit({ type: "person-shown", personId: person.id });
    say((verb === "unmute" ? words.unmuted : words.unblocked)(isolated(person.display_name)));
  }
  async function muteThread(bark: Status, muted: boolean): Promise<void> {
    const path = `/api/v1/statuses/${bark.id}/${muted ? "mute" : "unmute"}`;
    const outcome = await send<Status>(path, { method: "POST" });
    if (!outcome.ok) return say(outcome.sentence);
    ingest(outcome.value);
    const sentence = muted ? words.threadMuted : words.threadUnmuted;
    say(sentence, { undo: () => void muteThread(bark, !muted) });
  }
  /** Decides who may quote one's own bark from now on. */
  async function setQuotePolicy(bark: Status, policy: QuotePolicy): Promise<void> {
    const path = `/api/v1/statuses/${bark.id}/interaction_policy`;
    const outcome = await send<Status>(path, { method: "PUT", json: { quote_approval_policy: policy } });
    if (!outcome.ok) return say(outcome.sentence);
    ingest(outcome.value);
    say(policy === "nobody" ? words.quotesClosed : words.quotesOpen);
  }
  /** Takes one's own bark out of a bark that quotes it. */
  async function revokeQuote(quoting: Status, quotedId: string): Promise<void> {
    const outcome = await send<Status>(`/api/v1/statuses/${quotedId}/quotes/${quoting.id}/revoke`, { method: "POST" });
    if (!outcome.ok) return say(outcome.sentence);
    ingest(outcome.value);
    say(words.quoteRevoked);
  }
  return {
    mute: (person: Person, duration: number, notifications: boolean) =>
      hide(person, "mute", { duration, notifications }),
    block: (person: Person) => hide(person, "block"),
    unmute: (person: Person) => undo(person, "unmute"),
    unblock: (person: Person) => undo(person, "unblock"),
    muteThread,
    setQuotePolicy,
    revokeQuote,
    /** Changes the settings of a follow. */
    wish: async (person: Person, wishes: { reblogs?: boolean; notify?: boolean }, done: string) => {
      if (await act(person, "follow", wishes)) say(done);
    },
    removeFollower: async (person: Person) => {
      if (await act(person, "remove_from_followers")) say(words.followerRemoved(isolated(person.display_name)));
    },
  };
}
