"use client";

import { useCallback, useRef, useState } from "react";
import type { Outcome } from "@/app/_client/api";
import { useToast } from "@/app/_ui/toast";

/**
 * A value that changes at once for the eyes and is sent behind them. When sending fails it goes back
 * and says so in a sentence. Of several changes in a row the last one counts, and they are sent in turn.
 * @param store sends a value, also told what was stored before; or says that it waits for a connection: then whoever
 * makes it wait also shows it
 * @param seen what the answer says that the value is now, where that may differ from what was sent
 */
export function useOptimistic<T, Answer = unknown>(
  initially: T,
  store: (next: T, before: T) => Promise<Outcome<Answer> | "waits">,
  seen?: (answer: Answer) => T,
): [T, (next: T) => void] {
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
        const outcome = await store(next, stored.current);
        if (outcome === "waits") return void (mine === turn.current && setValue(stored.current));
        if (outcome.ok) stored.current = seen ? seen(outcome.value) : next;
        if (mine !== turn.current) return;
        setValue(stored.current);
        if (!outcome.ok) say(outcome.sentence);
      });
    },
    [say, store, seen],
  );
  return [value, change];
}
