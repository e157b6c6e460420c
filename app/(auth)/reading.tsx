import Link from "next/link";
import type { ReactNode } from "react";
import { joining } from "@/app/_words/joining";
import { BackButton } from "@/app/_ui/back-button";
import { Wordmark } from "@/app/_ui/logo";
import { paths } from "@/lib/paths";
import { proseBlocks, type Run } from "@/lib/text/prose";

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

/** A text that the operators wrote, in the markup of `lib/text/prose`. */
export function Prose({ text }: { text: string }) {
  return proseBlocks(text).map((block, index) => {
    if (block.kind === "heading") {
      return (
        <h2 key={index} className="mt-2 text-heading leading-6 font-bold wrap-anywhere">
          <Runs runs={block.runs} />
        </h2>
      );
    }
    if (block.kind === "paragraph") {
      return (
        <p key={index} className="wrap-anywhere whitespace-pre-line">
          <Runs runs={block.runs} />
        </p>
      );
    }
    return (
      <ul key={index} className="grid list-disc gap-1.5 ps-6 wrap-anywhere">
        {block.items.map((item, place) => (
          <li key={place}>
            <Runs runs={item} />
          </li>
        ))}
      </ul>
    );
  });
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ text, href }, index) =>
    href === undefined ? (
      text
    ) : (
      <a key={index} href={href} rel="nofollow noopener" className="font-bold text-accent-text underline">
        {text}
      </a>
    ),
  );
}
