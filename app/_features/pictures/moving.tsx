"use client";

import { Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { mayAutoplay } from "@/app/_client/appearance";
import { cards } from "@/app/_words/cards";
import { local } from "@/lib/paths";
import type { MediaAttachment } from "@/lib/media/schema";

/**
 * The animation of a picture, over its first frame, and the button that plays and stops it. It plays by itself only
 * where the reader's settings and their device welcome that.
 */
export function Moving({ picture, position }: { picture: MediaAttachment; position: string }) {
  const [plays, setPlays] = useState(false);
  useEffect(() => setPlays(mayAutoplay()), []);
  const Icon = plays ? Pause : Play;
  return (
    <>
      {plays && (
        <img
          src={local(picture.url)}
          alt=""
          loading="lazy"
          style={{ objectPosition: position }}
          className="pointer-events-none absolute inset-0 size-full object-cover"
        />
      )}
      <button
        type="button"
        aria-label={plays ? cards.pause : cards.play}
        onClick={() => setPlays(!plays)}
        className="absolute inset-e-0 bottom-0 grid size-11 place-items-center text-on-veil focus-visible:-outline-offset-4"
      >
        <span className="grid size-8 place-items-center rounded-pill bg-veil-78">
          <Icon className="size-4.5 fill-current" aria-hidden="true" />
        </span>
      </button>
    </>
  );
}
