"use client";

import { Image as ImageIcon } from "lucide-react";
import { useRef } from "react";
import { Tool } from "@/app/_features/compose/tool";
import { useToast } from "@/app/_ui/toast";
import { compose as words } from "@/app/_words/compose";
import { FORMATS } from "@/lib/media/rules";

interface PickPicturesProps {
  attach: (files: File[]) => void;
  full?: boolean;
  /** Why no picture may be added; it is said instead of opening the picker. */
  refusal?: string | null;
  /** Instead of the look of the composer's toolbar. */
  className?: string;
}

/** The button that opens the device's file picker. */
export function PickPictures({ attach, full = false, refusal = null, className }: PickPicturesProps) {
  const say = useToast();
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tool
        label={words.addPictures}
        disabled={full}
        onClick={() => (refusal === null ? files.current?.click() : say(refusal))}
        {...(className && { className })}
      >
        <ImageIcon className="size-5.5" aria-hidden="true" />
      </Tool>
      <input
        ref={files}
        type="file"
        accept={FORMATS.join(",")}
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          attach([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
