"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { messages, subscribeMessages } from "@/app/_client/messages";
import { problemOf } from "@/app/_features/messages/use-messenger";
import type { MessageView } from "@/lib/messenger/schema";

/** How many messages are asked for at once. */
const PAGE = 60;
/** How many pages a search for one message goes back. */
const FAR = 40;

interface Loaded {
  messages: MessageView[];
  more: boolean;
}

/** The messages of a conversation, newest last, and the ways to older ones. */
export function useMessages(id: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = useRef(1);
  const running = useRef<Promise<Loaded | null> | null>(null);
  const stale = useRef(false);

  const load = useCallback(async (): Promise<Loaded | null> => {
    if (running.current) {
      stale.current = true;
      return running.current;
    }
    const run = async () => {
      let result: Loaded | null;
      do {
        stale.current = false;
        result = await read(id, pages.current).catch((failure: unknown) => {
          setProblem(problemOf(failure));
          return null;
        });
      } while (stale.current);
      return result;
    };
    running.current = run();
    const result = await running.current;
    running.current = null;
    if (result) {
      setProblem(null);
      setLoaded(result);
    }
    return result;
  }, [id]);

  useEffect(() => {
    void load();
    return subscribeMessages((event) => {
      if (event.topic !== "conversation" || event.id === id) void load();
    });
  }, [id, load]);

  const older = useCallback(() => {
    pages.current++;
    return load();
  }, [load]);

  /** Loads as many pages as it takes until a message is there. */
  const reach = useCallback(
    async (messageId: string): Promise<boolean> => {
      let now = await load();
      while (now && !now.messages.some((message) => message.id === messageId)) {
        if (!now.more || pages.current >= FAR) return false;
        now = await older();
      }
      return now !== null;
    },
    [load, older],
  );
  return { loaded, problem, older, reach };
}

async function read(id: string, pages: number): Promise<Loaded> {
  const parts: MessageView[][] = [];
  let more = true;
  while (more && parts.length < pages) {
    const before = parts.at(-1)?.[0]?.id;
    const next = await messages().messages(id, { ...(before && { before }), limit: PAGE });
    parts.push(next.messages);
    more = next.more;
  }
  return { messages: parts.toReversed().flat(), more };
}
