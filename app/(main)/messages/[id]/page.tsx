import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConversationPane } from "@/app/_features/messages/conversation";

export const metadata: Metadata = { title: sentences.messages };

const ID = /^[0-9a-f]{32}$/;

/** One conversation; its name and its messages are known only to the browser. */
export default async function ConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!ID.test(id)) notFound();
  return <ConversationPane id={id} />;
}
