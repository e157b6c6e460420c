import { use, type MouseEvent } from "react";
import { local } from "@/lib/paths";
import { AboveFold } from "@/app/_features/pictures/above-fold";
import { nameOf, position, sources } from "@/app/_features/pictures/layout";
import { fading, placeholder } from "@/app/_features/pictures/placeholder";
import type { MediaAttachment } from "@/lib/media/schema";

interface ThumbnailProps {
  picture: MediaAttachment;
  index: number;
  count: number;
  /** Only its colours are shown, and no file is loaded. */
  covered: boolean;
  show: () => void;
}

/** One picture cropped to its cell. It links to its file, so it can be opened in a new tab and without scripts. */
export function Thumbnail({ picture, index, count, covered, show }: ThumbnailProps) {
  const isAboveFold = use(AboveFold);
  const colours = {
    backgroundImage: `url("${placeholder(picture.thumbhash)}")`,
    backgroundPosition: position(picture),
  };
  if (covered) return <div style={colours} className="size-full bg-sunken bg-cover" />;

  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  }

  return (
    <a href={local(picture.url)} onClick={open} className="block size-full focus-visible:-outline-offset-4">
      <img
        src={local(picture.preview_url)}
        srcSet={sources(picture)}
        sizes={count === 1 ? "(min-width: 44rem) 33rem, 85vw" : "(min-width: 44rem) 17rem, 43vw"}
        alt={nameOf(picture, index, count)}
        loading={isAboveFold ? "eager" : "lazy"}
        decoding="async"
        {...fading}
        style={{ ...colours, objectPosition: position(picture) }}
        className="size-full bg-sunken bg-cover object-cover text-transparent"
      />
    </a>
  );
}
