"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { subscribe } from "@/app/_client/events";
import { tellWorker } from "@/app/_client/worker";

/** Opens the target of a clicked push notification, and closes notifications whose alerts were read elsewhere. */
export function PushProvider() {
  const router = useRouter();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const hear = (event: MessageEvent<unknown>) => {
      const address = addressIn(event.data);
      if (address === null) return;
      event.ports[0]?.postMessage("taken");
      router.push(address);
    };
    navigator.serviceWorker.addEventListener("message", hear);
    const end = subscribe((news) => {
      const readTo = news.type === "read" && news.markers.notifications?.last_read_id;
      if (readTo) void tellWorker({ type: "alerts-read", readTo });
    });
    return () => {
      navigator.serviceWorker.removeEventListener("message", hear);
      end();
    };
  }, [router]);
  return null;
}

function addressIn(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("type" in data && data.type === "open")) return null;
  return "address" in data && typeof data.address === "string" && /^\/(?!\/)/.test(data.address) ? data.address : null;
}
