"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from "react";
import { subscribeBark, isDeleted, currentStatus, ingest } from "@/app/_client/bark-store";
import { watch } from "@/app/_client/live/live";
import type { BarkMutation } from "@/app/_client/outbox/mutations";
import { mutate } from "@/app/_client/outbox/mutate";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

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

/** Sends signed-out visitors to the sign-in page; true for everybody else. */
export function useSignedIn(viewerId: string | null): () => boolean {
  const router = useRouter();
  return useCallback(() => {
    if (viewerId !== null) return true;
    router.push(paths.signIn(location.pathname));
    return false;
  }, [router, viewerId]);
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
