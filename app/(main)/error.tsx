"use client";

import { CircleAlert, RefreshCw } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { shell as words } from "@/app/_words/shell";

/** The page that is shown when another fails to load. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-6 py-16 text-center">
      <CircleAlert className="size-8 text-danger" aria-hidden="true" />
      <h1 className="text-heading leading-6 font-bold">{words.error.title}</h1>
      <p className="max-w-80 text-label text-balance text-ink-2">{words.error.sentence}</p>
      <Button look="outline" onClick={reset}>
        <RefreshCw className="size-5" aria-hidden="true" /> {words.error.again}
      </Button>
    </div>
  );
}
