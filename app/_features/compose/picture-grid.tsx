"use client";

import { useState } from "react";
import { DescribeSheet } from "@/app/_features/compose/describe";
import { PictureTile } from "@/app/_features/compose/picture-tile";
import { moved } from "@/app/_features/compose/order";
import type { Composing } from "@/app/_features/compose/use-composer";
import { cx } from "@/app/_ui/cx";

/** The pictures of a draft: their upload progress, order and descriptions. */
export function PictureGrid({ composing }: { composing: Composing }) {
  const { writing, change, pictures } = composing;
  const [described, setDescribed] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  if (!writing || pictures.length === 0) return null;
  const place = (key: string, to: number) => change({ pictures: moved(pictures, key, to) });
  return (
    <>
      <ul aria-label="Pictures" className={cx("mt-3 grid gap-2", pictures.length > 1 && "grid-cols-2")}>
        {pictures.map((picture, index) => (
          <PictureTile
            key={picture.key}
            writingId={writing.id}
            picture={picture}
            index={index}
            count={pictures.length}
            move={(to) => place(picture.key, to)}
            describe={() => setDescribed(picture.key)}
            drag={() => setDragged(picture.key)}
            drop={() => dragged !== null && place(dragged, index)}
          />
        ))}
      </ul>
      <label className="mt-1 flex min-h-11 items-center gap-2.5 text-label text-ink-2">
        <input
          type="checkbox"
          checked={writing.sensitive}
          onChange={(event) => change({ sensitive: event.target.checked })}
          className="size-5 accent-(--pine)"
        />
        Cover {pictures.length === 1 ? "the picture" : "the pictures"} until a reader asks
      </label>
      <DescribeSheet composing={composing} pictureKey={described} close={() => setDescribed(null)} />
    </>
  );
}
