import { useRouter } from "next/navigation";
import { useEffect, useRef, type RefObject } from "react";
import type { MessageView } from "@/lib/messenger/schema";
import { keyMeant } from "@/app/_client/hotkeys";
import { paths } from "@/lib/paths";

interface Acts {
  reply: (message: MessageView) => void;
  edit: (message: MessageView) => void;
}

/** The keys of a conversation while a message has the focus: arrows move, `r` replies, `e` edits, Escape leaves. */
export function useBubbleKeys(box: RefObject<HTMLElement | null>, messages: MessageView[] | null, acts: Acts): void {
  const router = useRouter();
  const now = useRef({ messages, acts });
  useEffect(() => void (now.current = { messages, acts }));
  useEffect(() => {
    const log = box.current;
    if (!log) return;
    const press = (event: KeyboardEvent) => {
      const bubble = event.target instanceof HTMLElement ? event.target : null;
      if (!bubble?.matches("[data-message]") || event.metaKey || event.ctrlKey || event.altKey) return;
      const message = now.current.messages?.find(({ id }) => id === bubble.dataset["message"]);
      const bubbles = [...log.querySelectorAll<HTMLElement>("[data-message]")];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const key = keyMeant(event);
      if (step !== undefined) bubbles[bubbles.indexOf(bubble) + step]?.focus();
      else if (key === "Escape") router.push(paths.messages);
      else if (key === "Enter") bubble.parentElement?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click();
      else if (message?.kind !== "text") return;
      else if (key === "r") now.current.acts.reply(message);
      else if (key === "e" && message.sender === "me") now.current.acts.edit(message);
      else return;
      event.preventDefault();
      // The page's own shortcuts would act on what has the focus now.
      event.stopPropagation();
    };
    log.addEventListener("keydown", press);
    return () => log.removeEventListener("keydown", press);
  }, [box, router]);
}
