"use client";

import { cells, position, sources } from "@/app/_ui/pictures/layout";
import { placeholder } from "@/app/_ui/pictures/placeholder";
import type { MediaAttachment } from "@/lib/media/schema";

interface PicturesProps {
  pictures: MediaAttachment[];
  /** Covered until somebody wants to see them. */
  sensitive?: boolean;
  /** Whose pictures, for those who do not see: "Pictures of Otter". */
  label: string;
}

/** The pictures of a bark in one 16:9 box, which is there before they are. */
export function Pictures({ pictures, label }: PicturesProps) {
  const places = cells(pictures.length);
  return (
    <div
      role="group"
      aria-label={label}
      className="relative z-1 grid aspect-video grid-cols-2 grid-rows-2 gap-[3px] overflow-hidden rounded-media"
    >
      {places.map((place, index) => {
        const picture = pictures[index];
        if (!picture) return null;
        return (
          <a
            key={picture.id}
            href={picture.url}
            style={{ gridColumn: place.column, gridRow: place.row }}
            className="relative block min-h-0 min-w-0 bg-sunken"
          >
            {/* oxlint-disable-next-line nextjs/no-img-element -- already encoded in three sizes */}
            <img
              src={picture.preview_url}
              srcSet={sources(picture)}
              sizes={place.share === 1 ? "(min-width: 44rem) 540px, 90vw" : "(min-width: 44rem) 270px, 45vw"}
              alt={picture.description ?? ""}
              loading="lazy"
              decoding="async"
              className="size-full object-cover"
              style={{
                objectPosition: position(picture),
                backgroundImage: `url("${placeholder(picture.thumbhash) ?? ""}")`,
                backgroundSize: "cover",
              }}
            />
          </a>
        );
      })}
    </div>
  );
}
