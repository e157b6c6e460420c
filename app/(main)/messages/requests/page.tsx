import type { Metadata } from "next";
import { MessageRequests } from "@/app/_features/messages/requests";

export const metadata: Metadata = { title: "Requests" };

/** Messages of people whom the viewer does not follow. */
export default function RequestsPage() {
  return <MessageRequests />;
}
