import { messages as sentences } from "@/app/_words/messages";
import type { Metadata } from "next";
import { LinkThisDevice } from "@/app/_features/messages/link-this";

export const metadata: Metadata = { title: sentences.linkThisDevice };

/** A new device shows its code. */
export default function LinkPage() {
  return <LinkThisDevice />;
}
