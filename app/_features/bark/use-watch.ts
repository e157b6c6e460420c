"use client";

import { useEffect, useRef, type RefObject } from "react";
import { watch } from "@/app/_client/live/watching";

const shown = new WeakMap<Element, string>();
let eye: IntersectionObserver | undefined;
const ends = new Map<Element, () => void>();

/** Keeps a bark's counters live while it is on screen. */
export function useWatch(id: string): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const card = element.current;
    if (!card) return;
    eye ??= new IntersectionObserver(look);
    shown.set(card, id);
    eye.observe(card);
    return () => {
      eye?.unobserve(card);
      ends.get(card)?.();
      ends.delete(card);
    };
  }, [id]);
  return element;
}

function look(changes: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of changes) {
    ends.get(target)?.();
    ends.delete(target);
    const id = shown.get(target);
    if (isIntersecting && id !== undefined) ends.set(target, watch(id));
  }
}
