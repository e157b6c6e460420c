import type { Metadata } from "next";
import { LostOnDemand } from "@/app/_features/shell/on-demand";
import { notFoundWords } from "@/app/_words/not-found";
import { getViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: notFoundWords.page.title };

/** A missing page, person or bark, with the places of the app around it. */
export default async function NotFound() {
  return <LostOnDemand signedIn={(await getViewer()) !== null} />;
}
