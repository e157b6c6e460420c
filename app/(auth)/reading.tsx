import Link from "next/link";
import type { ReactNode } from "react";
import { joining } from "@/app/_words/joining";
import { BackButton } from "@/app/_ui/back-button";
import { Wordmark } from "@/app/_ui/logo";
import { paths } from "@/lib/paths";

/** A page with a text to read before joining. */
export function Reading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="mx-auto grid w-full max-w-140 grid-cols-1 gap-4 desk:col-span-3">
      <div className="-ms-2 -mt-4 flex items-center gap-2">
        <BackButton />
        <Link href={paths.landing} aria-label={joining.home} className="grid min-h-11 items-center text-ink">
          <Wordmark className="h-[1.875rem] max-w-[50vw]" />
        </Link>
      </div>
      <h1 className="text-display font-black tracking-display">{title}</h1>
      {children}
    </article>
  );
}
