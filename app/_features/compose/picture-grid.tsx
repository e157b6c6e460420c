"use client";

import { lazy, Suspense, useState } from "react";
import { DescribeSheet } from "@/app/_features/compose/describe";
import { PictureTile } from "@/app/_features/compose/picture-tile";
import { moved } from "@/app/_features/compose/order";
import type { Composing } from "@/app/_features/compose/use-composer";
import { compose as words } from "@/app/_words/compose";
import { cx } from "@/app/_ui/cx";

const Planned = lazy(() => import("@/app/_features/compose/planned"));

/** The pictures, and the poll and the time where there are any. */
export function Attached({ composing }: { composing: Composing }) {
  const { writing } = composing;
  return (
    <>
      <PictureGrid composing={composing} />
      {(writing?.poll || writing?.dueAt || writing?.reason) && (
        <Suspense>
          <Planned composing={composing} />
        </Suspense>
      )}
    </>
  );
}

/** The pictures of a draft: their upload progress, order and descriptions. */
function PictureGrid({ composing }: { composing: Composing }) {
  const { writing, change, pictures } = composing;
  const [described, setDescribed] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  if (!writing || pictures.length === 0) return null;
  const place = (key: string, to: number) => change({ pictures: moved(pictures, key, to) });
  return (
    <>
      <ul aria-label={words.picturesTitle} className={cx("mt-3 grid gap-2", pictures.length > 1 && "grid-cols-2")}>
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
        {words.cover(pictures.length)}
      </label>
      <DescribeSheet composing={composing} pictureKey={described} close={() => setDescribed(null)} />
    </>
  );
}
