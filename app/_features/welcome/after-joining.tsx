"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { doAct } from "@/app/_client/do-act";
import { dropAct, takeAct, waitingAct } from "@/app/_client/join-first";
import { paths } from "@/lib/paths";

/** Does what somebody pressed before they joined, and says so. An answer waits for the last step. */
export function AfterJoining({ viewerId, next }: { viewerId: string; next: string }) {
  const begun = useRef(false);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    if (begun.current || waitingAct(next)?.act.kind === "reply") return;
    begun.current = true;
    const request = takeAct(next);
    if (request) void doAct(request, viewerId).then(setDone);
  }, [next, viewerId]);
  return (
    <p role="status" className={done === null ? "sr-only" : "bg-pine-soft px-4 py-3 text-label text-pine desk:px-5"}>
      {done}
    </p>
  );
}

/** Leads out of the welcome to Home, which is loaded anew; an answer that was not written is given up. */
export function DropAct({ className, children }: { className: string; children: ReactNode }) {
  return (
    <a href={paths.home} className={className} onClick={dropAct}>
      {children}
    </a>
  );
}
