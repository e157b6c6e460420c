"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
import { useCallback } from "react";
import { createStore, type Store } from "@/app/_client/create-store";
import { messages, subscribeMessages } from "@/app/_client/messages";
import { useStore } from "@/app/_client/use-store";
import { useToast } from "@/app/_ui/toast";
import type {
  ConversationLists,
  ConversationSummary,
  DeviceView,
  Messenger,
  MessengerEvent,
  MessengerState,
} from "@/lib/messenger/schema";

/** The newest answer of the messenger to a question; null before the first. */
export interface Answer<T> {
  value: T | null;
  /** One sentence, when the last attempt failed. */
  problem: string | null;
}

const NONE: Answer<never> = { value: null, problem: null };
const UNKNOWN = sentences.didNotWork;
const answers = new Map<string, Store<Answer<unknown>>>();

/** What the messenger said about a failure, as one sentence. */
export function problemOf(failure: unknown): string {
  const { message } = (failure ?? {}) as { message?: unknown };
  return typeof message === "string" && message !== "" ? message : UNKNOWN;
}

/**
 * Asks the messenger, and again after every event that concerns the question. While components show the answer it is
 * shared between them, and the last one is shown at once when they come back.
 * @param key the same for the same question
 */
function answerTo<T>(
  key: string,
  ask: (messenger: Messenger) => Promise<T>,
  concerns: (event: MessengerEvent) => boolean,
): Store<Answer<T>> {
  const known = answers.get(key);
  if (known) return known as Store<Answer<T>>;
  const store: Store<Answer<T>> = createStore<Answer<T>>(NONE, () => {
    let [ended, busy, stale] = [false, false, false];
    const load = async () => {
      if (busy) return void (stale = true);
      busy = true;
      try {
        const value = await ask(messages());
        if (!ended) store.set({ value, problem: null });
      } catch (failure) {
        if (!ended) store.set({ value: store.get().value, problem: problemOf(failure) });
      }
      busy = false;
      if (stale && !ended) {
        stale = false;
        void load();
      }
    };
    void load();
    const end = subscribeMessages((event) => void (concerns(event) && load()));
    return () => {
      ended = true;
      end();
    };
  });
  answers.set(key, store as Store<Answer<unknown>>);
  return store;
}

function useAnswer<T>(
  key: string,
  ask: (messenger: Messenger) => Promise<T>,
  concerns: (event: MessengerEvent) => boolean,
): Answer<T> {
  return useStore<Answer<T>, Answer<T>>(answerTo(key, ask, concerns), (answer) => answer, NONE);
}

const isState = ({ topic }: MessengerEvent) => topic === "state";
const isList = ({ topic }: MessengerEvent) => topic !== "conversation";

/** What the messenger can do now; null before its first answer. */
export function useMessengerState(): Answer<MessengerState> {
  return useAnswer("state", (messenger) => messenger.state(), isState);
}

/** All conversations, newest first. */
export function useConversations(): Answer<ConversationLists> {
  return useAnswer(
    "conversations",
    (messenger) => messenger.conversations(),
    () => true,
  );
}

/** One conversation. */
export function useConversation(id: string): Answer<ConversationSummary> {
  return useAnswer(
    `conversation:${id}`,
    (messenger) => messenger.conversation(id),
    (event) => event.topic !== "conversation" || event.id === id,
  );
}

/** The person's own devices. */
export function useDevices(): Answer<DeviceView[]> {
  return useAnswer("devices", (messenger) => messenger.devices(), isList);
}

/** Runs something of the messenger's; shows a sentence when it fails, and another one when it is done. */
export type Deed = <T>(deed: (messenger: Messenger) => Promise<T>, done?: string) => Promise<{ value: T } | null>;

/** What buttons use to change something. */
export function useAct(): Deed {
  const say = useToast();
  return useCallback(
    async (deed, done) => {
      try {
        const value = await deed(messages());
        if (done !== undefined) say(done);
        return { value };
      } catch (failure) {
        say(problemOf(failure));
        return null;
      }
    },
    [say],
  );
}
