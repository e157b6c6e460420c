"use client";

import { useCallback, useRef, useState } from "react";
import type { Outcome } from "@/app/_ui/api";
import { useToast } from "@/app/_ui/toast";

/**
 * A value that changes at once for the eyes and is sent behind them. When sending fails it goes back
 * and says so in a sentence. Of several changes in a row the last one counts, and they are sent in turn.
 */
export function useOptimistic<T>(initially: T, store: (next: T) => Promise<Outcome<unknown>>): [T, (next: T) => void] {
  const [value, setValue] = useState(initially);
  const stored = useRef(initially);
  const turn = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const say = useToast();
  const change = useCallback(
    (next: T) => {
      const mine = ++turn.current;
      setValue(next);
      queue.current = queue.current.then(async () => {
        const outcome = await store(next);
        if (outcome.ok) stored.current = next;
        if (outcome.ok || mine !== turn.current) return;
        setValue(stored.current);
        say(outcome.sentence);
      });
    },
    [say, store],
  );
  return [value, change];
}
