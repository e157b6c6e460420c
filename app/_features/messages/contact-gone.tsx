"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import type { ConversationSummary } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

/** In place of the field when nobody else is left in a conversation. */
export function ContactGone({ conversation }: { conversation: ConversationSummary }) {
  const act = useAct();
  const router = useRouter();
  async function forget(): Promise<void> {
    if (await act((messenger) => messenger.leave(conversation.id))) router.push(paths.messages);
  }
  return (
    <div className="flex flex-none flex-wrap items-center justify-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 pb-safe text-label text-ink-2">
      <p>{sentences.nobodyElseHere}</p>
      <Button look="soft" size="small" onClick={() => void forget()}>
        {sentences.removeFromList}
      </Button>
    </div>
  );
}
