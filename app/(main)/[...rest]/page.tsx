import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { notFoundWords } from "@/app/_words/not-found";

export const metadata: Metadata = { title: notFoundWords.page.title };

/** Every address that is no page, so that the places of the app are around the answer, which is 404. */
export default function Rest(): never {
  notFound();
}
