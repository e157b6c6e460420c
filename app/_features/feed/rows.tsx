"use client";

import { CircleAlert, RefreshCw, UnfoldVertical } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Pages } from "@/app/_client/use-pages";
import { feed as words } from "@/app/_words/feed";
import { Button } from "@/app/_ui/button";
import { BarkSkeletons } from "@/app/_ui/skeleton";

/** A gap, which is filled when it is tapped. */
export function GapRow({ fill }: { fill: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      disabled={asked}
      onClick={() => {
        setAsked(true);
        fill();
      }}
      className="gap-edge flex min-h-13 w-full items-center gap-3 border-b border-line px-4 py-2 text-start text-small leading-5 text-ink-2 desk:px-5"
    >
      <UnfoldVertical className="h-5 w-11 flex-none" aria-hidden="true" />
      <span>
        {words.missing} <b className="text-accent-text">{asked ? words.fetching : words.showMissing}</b>
      </span>
    </button>
  );
}

interface TroubleProps {
  sentence: string;
  again: () => void;
  title?: string;
}

/** A page of a list could not be loaded. */
export function Trouble({ sentence, again, title = words.notLoaded }: TroubleProps) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-6 py-7 text-center">
      <CircleAlert className="size-8 text-danger" aria-hidden="true" />
      <h2 className="text-heading leading-6 font-bold">{title}</h2>
      <p className="max-w-80 text-label text-balance text-ink-2">{words.placeKept(sentence)}</p>
      <Button look="outline" onClick={again}>
        <RefreshCw className="size-5" aria-hidden="true" /> {words.tryAgain}
      </Button>
    </div>
  );
}

/** The end of a list with further pages: loads the next one, or shows why it could not be loaded. */
export function MorePages({ pages: { next, trouble, more }, title }: { pages: Pages; title?: string }) {
  if (trouble) return <Trouble sentence={trouble} again={more} {...(title && { title })} />;
  return next !== null && <Sentinel key={next} seen={more} />;
}

/** The end of a feed is its first bark; other lists just end. */
export function FeedEnd({ list = false }: { list?: boolean }) {
  return <p className="px-4 py-8 text-center text-meta text-ink-3">{list ? words.end : words.firstBark}</p>;
}

/** When this element comes near the screen, the next page is loaded. */
export function Sentinel({ seen }: { seen: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen(), { rootMargin: "1500px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, [seen]);
  return (
    <div ref={mark} aria-hidden="true">
      <BarkSkeletons count={2} />
    </div>
  );
}
