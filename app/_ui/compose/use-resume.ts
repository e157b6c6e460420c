"use client";

import { useEffect } from "react";
import { beginDrafts, isBehind, takeInterrupted } from "@/app/_ui/drafts";
import { useToast } from "@/app/_ui/toast";

/** Goes on with what was left unfinished on this device, if there is any; only then is the code for it loaded. */
export function useResume(personId: string): void {
  const say = useToast();
  useEffect(() => {
    beginDrafts(personId);
    const interrupted = takeInterrupted();
    if (interrupted.length === 0 && !isBehind()) return;
    void import("@/app/_ui/compose/resume").then(({ resume }) => resume(interrupted, say));
  }, [personId, say]);
}
