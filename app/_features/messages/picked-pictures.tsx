"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Check, Plus, X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { reencode, type CleanPicture } from "@/app/_client/reencode";
import { newId } from "@/app/_client/device";
import { DescriptionField } from "@/app/_features/compose/describe";
import { Sheet } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import type { OutgoingAttachment } from "@/lib/messenger/schema";

/** How many pictures one message has at most. */
const LIMIT = 4;

interface Picked extends CleanPicture {
  key: string;
  src: string;
  alt: string;
}

/** The pictures of the message that is being written. */
export function usePictures() {
  const say = useToast();
  const [all, setAll] = useState<Picked[]>([]);
  const now = useRef(all);
  useEffect(() => void (now.current = all), [all]);
  useEffect(() => () => now.current.forEach(({ src }) => URL.revokeObjectURL(src)), []);

  const add = useCallback(
    (files: File[]) => {
      void (async () => {
        for (const file of files.slice(0, LIMIT - now.current.length)) {
          const picture = await reencode(file);
          if (typeof picture === "string") {
            say(picture);
            continue;
          }
          const src = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mediaType }));
          setAll((before) => [...before, { ...picture, key: newId(), src, alt: "" }].slice(0, LIMIT));
        }
      })();
    },
    [say],
  );
  const remove = useCallback((key: string) => setAll((before) => before.filter((one) => one.key !== key)), []);
  const describe = useCallback(
    (key: string, alt: string) => setAll((before) => before.map((one) => (one.key === key ? { ...one, alt } : one))),
    [],
  );
  /** Hands them to the message that is sent. */
  const take = useCallback((): OutgoingAttachment[] => {
    const taken = now.current.map(({ bytes, mediaType, width, height, alt, thumbhash }) => ({
      bytes,
      mediaType,
      width,
      height,
      alt,
      thumbhash: thumbhash || null,
    }));
    setAll([]);
    return taken;
  }, []);
  return { all, full: all.length >= LIMIT, add, remove, describe, take };
}

/** The pictures above the field, each with its description. */
export function PicturesRow({ pictures }: { pictures: ReturnType<typeof usePictures> }) {
  const { all, remove, describe } = pictures;
  const [key, setKey] = useState<string | null>(null);
  const described = all.find((one) => one.key === key);
  if (all.length === 0) return null;
  return (
    <>
      <ul aria-label={sentences.pictures} className="flex flex-wrap gap-2 px-4 pt-3 desk:px-5">
        {all.map((picture, index) => (
          <li key={picture.key} className="relative size-26 overflow-clip rounded-field bg-sunken">
            <img
              src={picture.src}
              alt={picture.alt || sentences.pictureAt(index + 1)}
              className="size-full object-cover"
            />
            <button
              type="button"
              aria-label={sentences.takeOutPicture(index + 1)}
              onClick={() => remove(picture.key)}
              className="absolute inset-e-0 top-0 grid size-11 place-items-center text-on-veil"
            >
              <span className="grid size-7 place-items-center rounded-pill bg-veil-78">
                <X className="size-4" aria-hidden="true" />
              </span>
            </button>
            <button
              type="button"
              aria-label={sentences.describePicture(index + 1)}
              onClick={() => setKey(picture.key)}
              className="absolute inset-s-0 bottom-0 grid min-h-11 min-w-11 items-end justify-items-start p-1.5"
            >
              <span className="inline-flex items-center gap-0.5 rounded-tag bg-veil-78 px-1.5 text-tiny leading-5 font-bold text-on-veil">
                {picture.alt ? (
                  <Check className="size-3" aria-hidden="true" />
                ) : (
                  <Plus className="size-3" aria-hidden="true" />
                )}
                {sentences.alt}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Sheet open={described !== undefined} close={() => setKey(null)} title={sentences.describeYourPicture}>
        {described && (
          <DescriptionField
            key={described.key}
            src={described.src}
            initially={described.alt}
            keep={(alt) => {
              describe(described.key, alt);
              setKey(null);
            }}
          />
        )}
      </Sheet>
    </>
  );
}
