"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { messages } from "@/app/_client/messages";

/**
 * What was unread when a conversation was opened, and marking it as read: at once when it is opened, later while the
 * reader is at its end.
 * @returns `firstNew`: the message above which the divider stands, null for none, undefined until that is known
 */
export function useReading(id: string, unread: number) {
  const [firstNew, setFirstNew] = useState<string | null | undefined>(undefined);
  const there = useRef(true);

  const read = useCallback(() => {
    if (document.visibilityState === "visible" && there.current) void messages().markRead(id).catch(ignore);
  }, [id]);

  useEffect(() => {
    let left = false;
    messages()
      .firstUnread(id)
      .catch(() => null)
      .then(
        (first) => {
          if (left) return;
          setFirstNew(first);
          read();
        },
        () => undefined,
      );
    document.addEventListener("visibilitychange", read);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", read);
    };
  }, [id, read]);

  useEffect(() => {
    if (unread > 0 && firstNew !== undefined) read();
  }, [unread, firstNew, read]);

  /** Tells whether the reader is at the end of the messages. */
  const seen = useCallback(
    (atEnd: boolean) => {
      const arrives = atEnd && !there.current;
      there.current = atEnd;
      if (arrives) read();
    },
    [read],
  );
  return { firstNew, seen };
}

/** It is tried again with the next message. */
function ignore(): void {}
