import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { BeginConversation } from "@/app/_features/messages/new-message";

export const metadata: Metadata = { title: sentences.newMessage };

/** Choosing whom to write to. */
export default function NewMessagePage() {
  return <BeginConversation />;
}
