"use client";

import { useEffect } from "react";
import { recount, useUnread } from "@/app/_client/unread";
import { subscribe } from "@/app/_client/events";

/** The delay (ms) that combines several alerts into one request. */
const DEBOUNCE_MS = 400;
const MARK = /^\(\d+\+?\)(?: |$)/;

/** Keeps the number of unread alerts up to date, also in the title and on the app's icon. Renders nothing. */
export function UnreadKeeper() {
  const unread = useUnread();

  useEffect(() => {
    let timer = setTimeout(() => void recount(), DEBOUNCE_MS);
    const end = subscribe((news) => {
      if (
        news.type !== "notification" &&
        news.type !== "gap" &&
        !(news.type === "read" && news.markers.notifications)
      ) {
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => void recount(), DEBOUNCE_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);

  useEffect(() => {
    void showOnIcon(unread);
    const mark = () => {
      const own = document.title.replace(MARK, "");
      // Between two pages there is none for a moment.
      if (own === "") return;
      const title = `${unread > 0 ? `(${badge(unread)}) ` : ""}${own}`;
      if (document.title !== title) document.title = title;
    };
    mark();
    // A new page sets its own title.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [unread]);
  return null;
}

/** A number as it fits a badge. */
export function badge(count: number): string {
  return count > 99 ? "99+" : String(count);
}

/** Where the app is installed, its icon shows the number too. */
async function showOnIcon(count: number): Promise<void> {
  try {
    if (count > 0) await navigator.setAppBadge?.(count);
    else await navigator.clearAppBadge?.();
  } catch {
    // Not installed, or not allowed: the badge in the navigation is enough.
  }
}
