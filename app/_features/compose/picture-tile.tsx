"use client";

import { ArrowLeft, ArrowRight, Check, Plus, RotateCcw, X } from "lucide-react";
import type { ComponentProps } from "react";
import { local } from "@/lib/paths";
import type { Picture } from "@/app/_client/drafts/model";
import { remove, retry, useUpload } from "@/app/_client/drafts/uploads";
import { compose as words } from "@/app/_words/compose";
import { cx } from "@/app/_ui/cx";

interface PictureTileProps {
  writingId: string;
  picture: Picture;
  index: number;
  count: number;
  move: (to: number) => void;
  describe: () => void;
  drag: () => void;
  drop: () => void;
}

/** One picture, which can be described, moved and removed; while it is being uploaded, its progress. */
export function PictureTile({ writingId, picture, index, count, move, describe, drag, drop }: PictureTileProps) {
  const { key, alt, src } = picture;
  const journey = useUpload(key);
  const name = words.picture(index + 1, count);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is one way; buttons are the other
    <li
      aria-label={alt === "" ? name : `${name}: ${alt}`}
      draggable={count > 1}
      onDragStart={drag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length > 0) return;
        event.preventDefault();
        event.stopPropagation();
        drop();
      }}
      className={cx("relative overflow-hidden rounded-media bg-sunken", count === 1 ? "h-52" : "h-38")}
    >
      {/* oxlint-disable-next-line nextjs/no-img-element -- a picture of this device */}
      <img
        src={src.startsWith("blob:") ? src : local(src)}
        alt=""
        className={cx("size-full object-cover", journey && "opacity-60")}
      />
      {journey && <Progress journey={journey} again={() => retry(key)} />}
      <RoundButton
        label={words.removePicture(index + 1)}
        onClick={() => remove(writingId, key)}
        className="top-2 inset-e-2"
      >
        <X className="size-4.5" aria-hidden="true" />
      </RoundButton>
      <button
        type="button"
        onClick={describe}
        aria-label={alt === "" ? words.describeOne(index + 1) : words.changeDescription(index + 1)}
        className={cx("absolute bottom-2 inset-s-2 flex items-center gap-1 rounded-pill py-1 pe-2.5 ps-2", CHIP)}
      >
        {alt === "" ? (
          <Plus className="size-3.5" aria-hidden="true" />
        ) : (
          <Check className="size-3.5" aria-hidden="true" />
        )}
        {alt === "" && count === 1 ? words.describe : words.alt}
      </button>
      {index > 0 && (
        <RoundButton label={words.moveForward(index + 1)} onClick={() => move(index - 1)} className="top-2 inset-s-2">
          <ArrowLeft className="size-4.5" aria-hidden="true" />
        </RoundButton>
      )}
      {index < count - 1 && (
        <RoundButton label={words.moveBack(index + 1)} onClick={() => move(index + 1)} className="inset-e-2 bottom-2">
          <ArrowRight className="size-4.5" aria-hidden="true" />
        </RoundButton>
      )}
    </li>
  );
}

/** White on nearly black, for contrast on any picture. */
const CHIP = "bg-veil-82 text-meta font-bold text-on-veil after:absolute after:-inset-2 focus-visible:outline-on-veil";

function RoundButton({ label, className, ...rest }: ComponentProps<"button"> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      className={cx("absolute grid size-7.5 place-items-center rounded-pill", CHIP, className)}
      {...rest}
    />
  );
}

function Progress({
  journey: { sent, fault },
  again,
}: {
  journey: { sent: number; fault: string | null };
  again: () => void;
}) {
  if (fault !== null) {
    return (
      <div
        role="alert"
        className="absolute inset-0 grid place-content-center gap-1.5 bg-danger-soft/90 px-12 text-center"
      >
        <p className="line-clamp-3 text-meta text-danger">{fault}</p>
        <button
          type="button"
          onClick={again}
          className="mx-auto flex min-h-11 items-center gap-1.5 rounded-pill px-3 text-meta font-bold text-danger"
        >
          <RotateCcw className="size-4" aria-hidden="true" /> {words.tryAgain}
        </button>
      </div>
    );
  }
  const percent = Math.round(sent * 100);
  return (
    <div
      role="progressbar"
      aria-label={words.sendingPicture}
      aria-valuenow={percent}
      className="absolute inset-x-12 top-1/2 h-1.5 overflow-hidden rounded-pill bg-line"
    >
      <div className="h-full origin-left rounded-pill bg-accent" style={{ transform: `scaleX(${sent})` }} />
    </div>
  );
}
