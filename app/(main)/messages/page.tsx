import { messages as sentences } from "@/app/_words/messages";
import { Mail } from "lucide-react";
import type { Metadata } from "next";

export const metadata: Metadata = { title: sentences.messages };

/** Beside the list while no conversation is open; phones show only the list. */
export default function MessagesPage() {
  return (
    <div className="grid h-full content-center justify-items-center gap-3 px-6 text-center">
      <Mail className="size-8 text-ink-3" aria-hidden="true" />
      <p className="max-w-80 text-label text-balance text-ink-2">{sentences.chooseConversation}</p>
    </div>
  );
}
