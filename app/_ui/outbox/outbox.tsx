"use client";

import { useEffect } from "react";
import { keepVisit } from "@/app/_ui/kept-visit";
import { anythingWaits, flagOf, setOutboxHost } from "@/app/_ui/outbox/state";
import { useToast } from "@/app/_ui/toast";

/** What waits is sent at once; else the outbox is only made ready (ms), for it cannot be fetched when it is needed. */
const READY_MS = 2_000;

/** Looks after what this person did on this device and could not be sent. It draws nothing. */
export function Outbox({ personId }: { personId: string }) {
  const say = useToast();
  useEffect(() => {
    setOutboxHost({ personId, say });
    const begin = () => void beginWhenLoaded().catch(() => undefined);
    const filled = ({ key, newValue }: StorageEvent) => key === flagOf(personId) && newValue !== null && begin();
    const timer = setTimeout(begin, anythingWaits(personId) ? 0 : READY_MS);
    addEventListener("storage", filled);
    return () => {
      clearTimeout(timer);
      removeEventListener("storage", filled);
      setOutboxHost(null);
    };
  }, [personId, say]);
  return null;
}

/** What goes on with things left unfinished is needed as soon as something waits, so both come together. */
async function beginWhenLoaded(): Promise<void> {
  const [keeper] = await Promise.all([import("@/app/_ui/outbox/keeper"), import("@/app/_ui/compose/resume")]);
  keepVisit();
  await keeper.beginOutbox();
}
