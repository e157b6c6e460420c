"use client";

import { EyeOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { AltTag } from "@/app/_features/pictures/alt-tag";
import { Cover } from "@/app/_features/pictures/cover";
import { boxShape, cells, position } from "@/app/_features/pictures/layout";
import { Moving } from "@/app/_features/pictures/moving";
import { Thumbnail } from "@/app/_features/pictures/thumbnail";
import { pictures as words } from "@/app/_words/pictures";
import type { MediaAttachment } from "@/lib/media/schema";

interface PicturesProps {
  pictures: MediaAttachment[];
  /** Covered until the reader uncovers them. */
  sensitive?: boolean;
  /** The label of the group: "Pictures of Otter". */
  label: string;
}

const bringViewer = () => import("@/app/_features/pictures/viewer");
const Viewer = dynamic(() => bringViewer().then((module) => module.PictureViewer), { ssr: false });

/** The pictures of a bark in one box, whose size is reserved before they are loaded. */
export function Pictures({ pictures, sensitive = false, label }: PicturesProps) {
  const [covered, setCovered] = useState(sensitive);
  const [open, setOpen] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const places = cells(pictures.length);

  function close(index: number): void {
    setOpen(null);
    box.current?.querySelectorAll<HTMLElement>("a")[index]?.focus({ preventScroll: true });
  }

  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      onPointerEnter={() => void bringViewer()}
      style={boxShape(pictures)}
      className="relative z-1 grid grid-cols-2 grid-rows-2 gap-[3px] overflow-hidden rounded-media"
    >
      {places.map((place, index) => {
        const picture = pictures[index];
        if (!picture) return null;
        return (
          <div key={picture.id} style={place} className="relative min-h-0 min-w-0">
            <Thumbnail
              picture={picture}
              index={index}
              count={places.length}
              covered={covered}
              show={() => setOpen(index)}
            />
            {!covered && picture.animated && <Moving picture={picture} position={position(picture)} />}
            {!covered && picture.description && <AltTag description={picture.description} />}
          </div>
        );
      })}
      {covered && <Cover count={places.length} uncover={() => setCovered(false)} />}
      {sensitive && !covered && (
        <button
          type="button"
          aria-label={words.cover(places.length)}
          onClick={() => setCovered(true)}
          className="absolute top-0 inset-e-0 grid size-11 place-items-center text-on-veil"
        >
          <span className="grid size-8 place-items-center rounded-pill bg-veil-78">
            <EyeOff className="size-4.5" aria-hidden="true" />
          </span>
        </button>
      )}
      {open !== null && <Viewer pictures={pictures} first={open} label={label} closed={close} />}
    </div>
  );
}
