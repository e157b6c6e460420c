"use client";

import { useEffect } from "react";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";

/** Resumes unfinished sending on this device, if there is any. Its code is loaded after the page's own. */
export function useResume(viewer: Viewer): void {
  const say = useToast();
  useEffect(() => {
    // Never loaded before, and no connection: retried at the next visit.
    void resumeIfInterrupted(viewer, say).catch(() => undefined);
  }, [viewer, say]);
}

async function resumeIfInterrupted(viewer: Viewer, say: ReturnType<typeof useToast>): Promise<void> {
  const { initDrafts, isBehind, takeInterrupted } = await import("@/app/_client/drafts/store");
  initDrafts(viewer.id);
  const interrupted = takeInterrupted();
  if (interrupted.length === 0 && !isBehind()) return;
  const { resume } = await import("@/app/_features/compose/resume");
  await resume(interrupted, viewer, say);
}
