import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { KeepMessages } from "@/app/_features/messages/keep-words";

export const metadata: Metadata = { title: sentences.keepYourMessages };

/** Setting up what opens the messages on a new device. */
export default function WordsPage() {
  return <KeepMessages />;
}
