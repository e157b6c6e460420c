import type { Metadata } from "next";
import { KeptPages } from "@/app/offline/kept-pages";
import { Button } from "@/app/_ui/button";
import { Wordmark } from "@/app/_ui/logo";
import { offline as words } from "@/app/_words/offline";

export const metadata: Metadata = { title: words.pageTitle, robots: { index: false } };
export const dynamic = "force-dynamic";

/** The page that the service worker shows when a page cannot be fetched and is not cached. */
export default function Offline() {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-100 grid-cols-1 content-center justify-items-center gap-4 px-6 py-8 text-center"
    >
      <Wordmark className="h-9" />
      <h1 className="text-title font-bold">{words.title}</h1>
      <p className="max-w-80 text-balance text-ink-2">{words.sentence}</p>
      {/* Sends the same address again, without any script. */}
      <form>
        <Button type="submit" look="outline">
          {words.again}
        </Button>
      </form>
      <KeptPages />
    </main>
  );
}
