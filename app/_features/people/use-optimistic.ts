"use client";

import { useCallback, useRef, useState } from "react";
import type { Outcome } from "@/app/_client/api";
import { optimistic } from "@/app/_client/outbox/mutate";
import { useToast } from "@/app/_ui/toast";

/**
 * A setting that changes at once on screen and is sent in the background. If the server rejects it, it is reverted with a
 * message. It does not wait for a connection.
 * @param store sends a value
 */
export function useOptimistic<T>(initially: T, store: (next: T) => Promise<Outcome<unknown>>): [T, (next: T) => void] {
  const [key] = useState(Symbol);
  const [value, setValue] = useState(initially);
  const stored = useRef(initially);
  const say = useToast();
  const change = useCallback(
    (next: T) => {
      const settle = (outcome: Outcome<unknown>, latest: boolean) => {
        if (outcome.ok) stored.current = next;
        if (latest) setValue(stored.current);
      };
      void optimistic(key, { show: () => setValue(next), send: () => store(next), settle }).then(
        (outcome) => outcome?.ok === false && say(outcome.sentence),
      );
    },
    [key, say, store],
  );
  return [value, change];
}
