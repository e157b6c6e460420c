"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { HandleAvailability } from "@/lib/account/schema";

/** How long nothing is typed before the server is asked. */
const REST_MS = 300;

interface Check {
  handle: string;
  available: boolean;
  reason: string | null;
}

/** Whether a handle can be had: asked when somebody stops typing. Null while it is not known. */
export function useHandleCheck(typed: string): Check | null {
  const handle = typed.trim().replace(/^@/, "");
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    if (handle === "") return;
    let left = false;
    const timer = setTimeout(() => {
      const path = `/api/v1/barker/handles?handle=${encodeURIComponent(handle)}`;
      void send<HandleAvailability>(path).then((outcome) => {
        // Without an answer nothing is said; joining checks it again.
        if (!left && outcome.ok) setCheck({ handle, ...outcome.value });
      });
    }, REST_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [handle]);
  return check?.handle === handle ? check : null;
}
