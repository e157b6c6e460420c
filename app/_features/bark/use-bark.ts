"use client";

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from "react";
import { subscribeBark, isDeleted, currentStatus, ingest } from "@/app/_client/bark-store";
import { newId } from "@/app/_client/device";
import { signedInFor, type WaitingAct } from "@/app/_client/join-first";
import { watch } from "@/app/_client/live/live";
import type { BarkMutation } from "@/app/_client/outbox/mutations";
import { mutate } from "@/app/_client/outbox/mutate";
import { bark as words } from "@/app/_words/bark";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";

/** The current state of a bark: what this page was given, with everything received and done since. */
export function useBark(given: Status): Status {
  const { id } = given;
  useEffect(() => ingest(given), [given]);
  return useSyncExternalStore(
    useCallback((changed: () => void) => subscribeBark(id, changed), [id]),
    () => currentStatus(id) ?? given,
    () => given,
  );
}

/** Whether a bark was deleted while the page was open. */
export function useIsDeleted(id: string): boolean {
  return useSyncExternalStore(
    useCallback((changed: () => void) => subscribeBark(id, changed), [id]),
    () => isDeleted(id),
    () => false,
  );
}

/**
 * The actions of a bark: each change is shown at once on every card of it, and undone with a message when the server
 * rejects it. Without a connection it waits in the outbox.
 */
export function useBarkMutations() {
  const say = useToast();
  return useMemo(() => {
    const act = (mutation: BarkMutation) =>
      void mutate(mutation).then((outcome) => outcome?.ok === false && say(outcome.sentence));
    const like = ({ id }: Status, on: boolean) => act({ kind: "like", id, on });
    const rebark = (bark: Status, on: boolean) => {
      act({ kind: "rebark", id: bark.id, on });
      if (!on) say(words.rebarkUndone, { undo: () => rebark(bark, true) });
    };
    const bookmark = (bark: Status, on: boolean) => {
      act({ kind: "bookmark", id: bark.id, on });
      if (!on) say(words.bookmarkRemoved, { undo: () => bookmark(bark, true) });
    };
    const pin = (bark: Status, on: boolean) => {
      act({ kind: "pin", id: bark.id, on });
      if (on) say(words.pinned);
      else say(words.unpinned, { undo: () => pin(bark, true) });
    };
    const react = ({ id }: Status, emoji: string, on: boolean) => act({ kind: "react", id, emoji, on });
    const vote = (bark: Status, choices: number[]) => act({ kind: "vote", id: bark.id, choices, key: newId() });
    return { like, rebark, bookmark, pin, react, vote };
  }, [say]);
}

/** Whether the viewer is signed in; a signed-out visitor is asked to join for this act on a bark. */
export function signedInToAct(viewerId: string | null, bark: Status, act: WaitingAct): boolean {
  return signedInFor(viewerId, { act, name: bark.account.display_name, avatar: bark.account.avatar });
}

const idOfCard = new WeakMap<Element, string>();
const unwatch = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Keeps a bark's counters live while it is on screen. */
export function useWatch(id: string): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const card = element.current;
    if (!card) return;
    observer ??= new IntersectionObserver(watchVisible);
    idOfCard.set(card, id);
    observer.observe(card);
    return () => {
      observer?.unobserve(card);
      unwatch.get(card)?.();
      unwatch.delete(card);
    };
  }, [id]);
  return element;
}

function watchVisible(changes: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of changes) {
    unwatch.get(target)?.();
    unwatch.delete(target);
    const id = idOfCard.get(target);
    if (isIntersecting && id !== undefined) unwatch.set(target, watch(id));
  }
}
