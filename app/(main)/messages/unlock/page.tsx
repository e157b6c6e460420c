import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { UnlockWithWords } from "@/app/_features/messages/unlock-words";

export const metadata: Metadata = { title: sentences.unlockYourMessages };

/** Typing the words on a new device. */
export default function UnlockPage() {
  return <UnlockWithWords />;
}
