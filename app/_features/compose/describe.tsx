"use client";

import { useId, useState } from "react";
import { local } from "@/lib/paths";
import { Button } from "@/app/_ui/button";
import { describe } from "@/app/_client/drafts/uploads";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Sheet } from "@/app/_ui/sheet";
import { compose as words } from "@/app/_words/compose";
import { DESCRIPTION_LIMIT } from "@/lib/media/rules";

interface DescribeProps {
  composing: Pick<Composing, "writing" | "pictures" | "change">;
  /** The picture; null when the sheet is closed. */
  pictureKey: string | null;
  close: () => void;
}

/** The sheet for a picture's description. */
export function DescribeSheet({ composing, pictureKey, close }: DescribeProps) {
  const picture = composing.pictures.find(({ key }) => key === pictureKey);
  return (
    <Sheet open={picture !== undefined} close={close} title={words.describePicture}>
      {picture && (
        <DescriptionField
          key={picture.key}
          src={picture.src}
          initially={picture.alt}
          keep={(alt) => {
            const { writing, pictures, change } = composing;
            change({ pictures: pictures.map((one) => (one.key === picture.key ? { ...one, alt } : one)) });
            // For a picture that a bark already shows, the description is sent with the edit.
            if (picture.media && writing?.edits === null) void describe(picture.media, alt);
            close();
          }}
        />
      )}
    </Sheet>
  );
}

interface DescriptionFieldProps {
  src: string;
  initially: string;
  keep: (alt: string) => void;
}

/** A picture of this device or of the server, and what it shows. */
export function DescriptionField({ src, initially, keep }: DescriptionFieldProps) {
  const [alt, setAlt] = useState(initially);
  const id = useId();
  return (
    <div className="grid gap-3 px-4 pb-5">
      {/* oxlint-disable-next-line nextjs/no-img-element -- a picture of this device */}
      <img src={local(src)} alt="" className="max-h-[32dvh] w-full rounded-media bg-sunken object-contain" />
      <label htmlFor={id} className="text-small font-bold">
        {words.whatItShows}
      </label>
      <textarea
        id={id}
        dir="auto"
        data-first
        rows={4}
        maxLength={DESCRIPTION_LIMIT}
        value={alt}
        aria-describedby={`${id}-note`}
        onChange={(event) => setAlt(event.target.value)}
        className="w-full rounded-field border-thick border-edge bg-surface px-4 py-3 text-body text-ink"
      />
      <p id={`${id}-note`} className="flex gap-3 text-meta text-ink-3">
        <span className="flex-1">{words.howToDescribe}</span>
        <span className="tabular-nums">{`${alt.length}/${DESCRIPTION_LIMIT}`}</span>
      </p>
      <Button onClick={() => keep(alt.trim())}>{words.done}</Button>
    </div>
  );
}
