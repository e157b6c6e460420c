"use client";

import { messages as sentences } from "@/app/_words/messages";
import { CircleAlert, ImageOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { AltTag } from "@/app/_features/pictures/alt-tag";
import { placeholder } from "@/app/_features/pictures/placeholder";
import { useDecrypted } from "@/app/_features/messages/use-decrypted";
import { cx } from "@/app/_ui/cx";
import type { AttachmentView } from "@/lib/messenger/schema";
import type { MediaAttachment } from "@/lib/media/schema";

const Viewer = dynamic(() => import("@/app/_features/pictures/viewer").then((module) => module.PictureViewer), {
  ssr: false,
});

interface AttachmentProps {
  conversationId: string;
  messageId: string;
  picture: AttachmentView;
  /** It is the first thing in its bubble. */
  top: boolean;
  /** Of a request: it opens only when it is asked for. */
  closed: boolean;
}

/** A picture of a message in a box that is reserved before it is decrypted. */
export function SealedPicture({ conversationId, messageId, picture, top, closed }: AttachmentProps) {
  const [shut, setShut] = useState(closed);
  const [open, setOpen] = useState(false);
  const { src, problem } = useDecrypted(shut ? null : { conversationId, messageId, index: picture.index });
  const label = picture.alt || sentences.pictureWithoutDescription;
  return (
    <div
      className={cx("relative -mx-3.5 mb-2 aspect-video overflow-clip bg-cover", top && "-mt-2.25")}
      style={{ backgroundImage: picture.thumbhash && !src ? `url("${placeholder(picture.thumbhash)}")` : undefined }}
    >
      {shut ? (
        <button
          type="button"
          onClick={() => setShut(false)}
          className="grid size-full place-content-center justify-items-center gap-2 bg-scrim text-label font-semibold text-on-veil -outline-offset-4"
        >
          <ImageOff className="size-6" aria-hidden="true" />
          <span className="rounded-pill bg-veil-78 px-3.5 py-1">{sentences.showPicture}</span>
        </button>
      ) : problem ? (
        <p className="flex h-full items-center justify-center gap-2 px-4 text-center text-meta text-danger">
          <CircleAlert className="size-4.5 flex-none" aria-hidden="true" /> {problem}
        </p>
      ) : (
        <button
          type="button"
          aria-label={sentences.openPicture(label)}
          disabled={!src}
          onClick={() => setOpen(true)}
          className="block size-full -outline-offset-4"
        >
          {src && <img src={src} alt={label} className="size-full object-cover" />}
        </button>
      )}
      {picture.alt !== "" && !shut && <AltTag description={picture.alt} />}
      {open && src && (
        <Viewer pictures={[asMedia(picture, messageId, src)]} first={0} label={label} closed={() => setOpen(false)} />
      )}
    </div>
  );
}

/** A picture as the viewer takes it. */
function asMedia(
  { index, width, height, alt, thumbhash }: AttachmentView,
  messageId: string,
  src: string,
): MediaAttachment {
  const size = { width, height, size: `${width}x${height}`, aspect: height > 0 ? width / height : 1 };
  return {
    id: `${messageId}-${index}`,
    type: "image",
    url: src,
    preview_url: src,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { original: size, small: size, focus: { x: 0, y: 0 } },
    description: alt || null,
    blurhash: null,
    thumbhash: thumbhash ?? "",
    animated: false,
  };
}
