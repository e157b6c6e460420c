"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Choice } from "@/app/_features/moderation/choice";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Sheet } from "@/app/_ui/sheet";
import type { ConversationSummary } from "@/lib/messenger/schema";

const HOUR = 3_600;
const CHOICES: [seconds: number | null, words: string][] = [
  [null, "Never"],
  [HOUR, sentences.afterHour],
  [24 * HOUR, sentences.afterDay],
  [7 * 24 * HOUR, sentences.afterWeek],
  [30 * 24 * HOUR, sentences.after30Days],
];

interface ExpiryProps {
  conversation: ConversationSummary;
  open: boolean;
  close: () => void;
}

/** When messages of a conversation disappear from everybody's devices. */
export function ExpirySheet({ conversation, open, close }: ExpiryProps) {
  const act = useAct();
  const { id, expiry } = conversation;
  return (
    <Sheet open={open} close={close} low title={sentences.disappearingMessages}>
      <fieldset className="grid px-4 pb-6">
        <legend className="mb-2 text-label text-ink-2">{sentences.aboutDisappearing}</legend>
        {CHOICES.map(([seconds, words]) => (
          <Choice
            key={words}
            type="radio"
            name="expiry"
            checked={expiry === seconds}
            chosen={() => void act((messenger) => messenger.setExpiry(id, seconds))}
          >
            {words}
          </Choice>
        ))}
      </fieldset>
    </Sheet>
  );
}
