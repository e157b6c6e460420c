"use client";

import { useEffect } from "react";
import { cacheVisit } from "@/app/_client/offline-cache";
import { hasQueued, flagOf, setOutboxProvider } from "@/app/_client/outbox/mutate";
import type { Mutation } from "@/app/_client/outbox/mutations";
import { useToast } from "@/app/_ui/toast";

/** Waiting mutations are sent at once; otherwise the outbox is loaded after this delay (ms), before it is needed. */
const READY_MS = 2_000;

/** Manages this person's unsent mutations on this device. Renders nothing. */
export function Outbox({ personId }: { personId: string }) {
  const say = useToast();
  useEffect(() => {
    setOutboxProvider({ personId, say, keep });
    const begin = () => void beginWhenLoaded().catch(() => undefined);
    const filled = ({ key, newValue }: StorageEvent) => key === flagOf(personId) && newValue !== null && begin();
    const timer = setTimeout(begin, hasQueued(personId) ? 0 : READY_MS);
    addEventListener("storage", filled);
    return () => {
      clearTimeout(timer);
      removeEventListener("storage", filled);
      setOutboxProvider(null);
    };
  }, [personId, say]);
  return null;
}

/** Adds a mutation to the outbox, whose code is loaded when it is first needed. */
async function keep(mutation: Mutation): Promise<boolean> {
  try {
    const { enqueue } = await import("@/app/_client/outbox/queue");
    return await enqueue(mutation);
  } catch {
    return false;
  }
}

/** Resuming is needed as soon as something waits, so both are loaded together. */
async function beginWhenLoaded(): Promise<void> {
  const [keeper] = await Promise.all([import("@/app/_client/outbox/queue"), import("@/app/_features/compose/resume")]);
  cacheVisit();
  await keeper.startOutbox();
}
