"use client";

import { useEffect } from "react";
import { anythingWaits, flagOf, setOutboxHost } from "@/app/_ui/outbox/state";
import { useToast } from "@/app/_ui/toast";

/** Looks after what this person did on this device and could not be sent. It draws nothing. */
export function Outbox({ personId }: { personId: string }) {
  const say = useToast();
  useEffect(() => {
    setOutboxHost({ personId, say });
    const begin = () =>
      void import("@/app/_ui/outbox/keeper").then(({ beginOutbox }) => beginOutbox()).catch(() => undefined);
    const filled = ({ key, newValue }: StorageEvent) => key === flagOf(personId) && newValue !== null && begin();
    if (anythingWaits(personId)) begin();
    addEventListener("storage", filled);
    return () => {
      removeEventListener("storage", filled);
      setOutboxHost(null);
    };
  }, [personId, say]);
  return null;
}
