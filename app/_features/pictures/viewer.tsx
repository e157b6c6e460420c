"use client";

import { ChevronLeft, ChevronRight, X, type LucideIcon } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { local } from "@/lib/paths";
import { cx } from "@/app/_ui/cx";
import { nameOf } from "@/app/_features/pictures/layout";
import { fading, placeholder } from "@/app/_features/pictures/placeholder";
import { useGestures } from "@/app/_features/pictures/use-gestures";
import { pictures as words } from "@/app/_words/pictures";
import { STEP } from "@/app/_features/pictures/zoom";
import type { MediaAttachment } from "@/lib/media/schema";

interface ViewerProps {
  pictures: MediaAttachment[];
  /** The picture to begin with. */
  first: number;
  label: string;
  /** Called when it was closed, with the last picture shown. */
  closed: (last: number) => void;
}

/**
 * Pictures one at a time in full screen. A swipe or arrow keys change the picture; two fingers, a double tap, the wheel or
 * + and − zoom; Escape or a swipe down closes.
 */
export function PictureViewer({ pictures, first, label, closed }: ViewerProps) {
  const [index, setIndex] = useState(first);
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const picture = pictures[index] ?? pictures[0];
  const count = pictures.length;
  const original = picture?.meta.original ?? { width: 1, height: 1, aspect: 1 };
  const close = () => dialog.current?.close();
  const show = (to: number) => setIndex(Math.min(count - 1, Math.max(0, to)));
  const { image, enlarge, whole, handlers } = useGestures({
    stage,
    picture: original,
    turn: (by) => show(index + by),
    close,
  });
  /** Another picture begins without zoom. */
  const turnTo = (to: number) => {
    whole();
    show(to);
  };

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  // The next picture is preloaded.
  useEffect(() => {
    for (const near of [pictures[index + 1], pictures[index - 1]]) if (near) new Image().src = local(near.url);
  }, [pictures, index]);

  function press(event: KeyboardEvent): void {
    const acts: Record<string, () => void> = {
      ArrowRight: () => turnTo(index + 1),
      ArrowLeft: () => turnTo(index - 1),
      Home: () => turnTo(0),
      End: () => turnTo(count - 1),
      "+": () => enlarge(STEP),
      "=": () => enlarge(STEP),
      "-": () => enlarge(1 / STEP),
      "0": whole,
    };
    const act = acts[event.key];
    if (!act || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  if (!picture) return null;
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={() => closed(index)}
      onKeyDown={press}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none touch-none overflow-hidden overscroll-contain bg-viewer text-on-veil backdrop:bg-viewer open:flex open:flex-col"
    >
      <div className="flex min-h-13 flex-none items-center justify-between px-1 pt-[env(safe-area-inset-top)]">
        <Tool icon={X} label={words.close} act={close} />
        <p role="status" className={cx("px-3 text-label tabular-nums", count === 1 && "sr-only")}>
          {words.position(index + 1, count)}
        </p>
      </div>
      <div
        ref={stage}
        {...handlers}
        className="relative min-h-0 flex-1 cursor-grab overflow-hidden [container-type:size]"
      >
        <img
          key={picture.id}
          ref={image}
          src={local(picture.url)}
          alt={nameOf(picture, index, count)}
          draggable={false}
          onLoad={fading.onLoad}
          style={{
            backgroundImage: `url("${placeholder(picture.thumbhash)}")`,
            // Its size is reserved before it is loaded: fitted to the stage, and never enlarged.
            width: `min(${original.width}px, 100cqw, 100cqh * ${original.aspect})`,
            aspectRatio: original.aspect,
          }}
          className="absolute inset-0 m-auto h-auto bg-cover text-transparent select-none"
        />
        {count > 1 && (
          <div className="pointer-events-none absolute inset-x-1 top-1/2 flex -translate-y-1/2 justify-between">
            <Tool icon={ChevronLeft} label={words.previous} act={() => turnTo(index - 1)} off={index === 0} />
            <Tool icon={ChevronRight} label={words.next} act={() => turnTo(index + 1)} off={index === count - 1} />
          </div>
        )}
      </div>
      <p
        dir="auto"
        className="max-h-[30vh] flex-none touch-pan-y overflow-y-auto px-4 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom))] text-label break-words whitespace-pre-line"
      >
        {picture.description ?? <span className="opacity-70">{words.undescribed}</span>}
      </p>
    </dialog>
  );
}

function Tool({
  icon: Icon,
  label,
  act,
  off = false,
}: {
  icon: LucideIcon;
  label: string;
  act: () => void;
  off?: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : act}
      // A finger on a button must not drag the picture below.
      onPointerDown={(event) => event.stopPropagation()}
      className={cx(
        "pointer-events-auto grid size-11 place-items-center rounded-pill bg-veil-60 focus-visible:outline-on-veil",
        off && "cursor-default opacity-35",
      )}
    >
      <Icon className="size-5.5" aria-hidden="true" />
    </button>
  );
}
