"use client";

import { useEffect } from "react";
import { initDrafts, isBehind, takeInterrupted } from "@/app/_client/drafts/store";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";

/** Resumes unfinished sending on this device, if there is any; only then is its code loaded. */
export function useResume(viewer: Viewer): void {
  const say = useToast();
  useEffect(() => {
    initDrafts(viewer.id);
    const interrupted = takeInterrupted();
    if (interrupted.length === 0 && !isBehind()) return;
    void import("@/app/_features/compose/resume").then(
      ({ resume }) => resume(interrupted, viewer, say),
      // Never loaded before, and no connection: retried at the next visit.
      () => undefined,
    );
  }, [viewer, say]);
}
