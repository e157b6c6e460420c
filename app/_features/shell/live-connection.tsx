"use client";

import { useEffect } from "react";
import { subscribe } from "@/app/_client/events";
import { connectLive } from "@/app/_client/live/live";
import { useToast } from "@/app/_ui/toast";
import { announcements as words } from "@/app/_words/announcements";
import { shortened } from "@/lib/text/shortened";

/** The keys for encrypted messages are made this long (ms) after the page, which has priority. */
const KEYS_MS = 10_000;

/** How much of an announcement is said at once; the whole stands above Home. */
const SAID = 140;

/**
 * Makes this browser one that others can write to, keeps the page live, and says what the town announces, while somebody
 * is signed in. Renders nothing.
 */
export function LiveConnection({ personId }: { personId: string }) {
  const say = useToast();
  // The card above Home comes with the next visit: on this one it would move what is being read.
  useEffect(
    () => subscribe((news) => news.type === "announced" && say(words.arrived(shortened(news.text, SAID)))),
    [say],
  );
  useEffect(() => {
    let left = false;
    let leave = () => {};
    // After the first paint: the page's content has priority.
    const timer = setTimeout(() => {
      void connectLive(personId).then(
        (end) => (left ? end() : (leave = end)),
        // Its code could not be loaded; until the next page load, the server is polled instead.
        () => undefined,
      );
    }, 300);
    const keys = setTimeout(() => {
      void import("@/app/_client/messages/enrol")
        .then(({ enrolQuietly }) => enrolQuietly(personId))
        .catch(() => undefined);
    }, KEYS_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      clearTimeout(keys);
      leave();
    };
  }, [personId]);
  return null;
}
