import type { Metadata } from "next";
import { LostOnDemand } from "@/app/_features/shell/on-demand";
import { notFoundWords } from "@/app/_words/not-found";

export const metadata: Metadata = { title: notFoundWords.page.title };

/** A missing page outside the app's layouts, before it is known who reads it. */
export default function NotFound() {
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-150 flex-col">
      <LostOnDemand signedIn={false} />
    </main>
  );
}
