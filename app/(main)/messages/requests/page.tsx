import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { MessageRequests } from "@/app/_features/messages/requests";

export const metadata: Metadata = { title: sentences.requestsTitle };

/** Messages of people whom the viewer does not follow. */
export default function RequestsPage() {
  return <MessageRequests />;
}
