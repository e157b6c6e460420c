"use client";

import { lazy, Suspense, useCallback, useId, useRef, useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { PickPictures } from "@/app/_features/compose/pick-pictures";
import { TextField } from "@/app/_features/compose/text-field";
import { useDrop } from "@/app/_features/compose/use-drop";
import { useComposer } from "@/app/_features/compose/use-composer";
import { cx } from "@/app/_ui/cx";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";

// Offline, and never loaded before, only text can be written, and Control and Enter send it.
const Extras = lazy(() => import("@/app/_features/compose/extras").catch(() => ({ default: () => null })));
const NEW = { kind: "new" } as const;

/**
 * The composer at the top of Home. The text is kept; everything but the text field is loaded when writing begins.
 * @param first whether the field has the focus as soon as it is there
 */
export function Composer({ viewer, first = false }: { viewer: Viewer; first?: boolean }) {
  const [awake, setAwake] = useState(false);
  const wake = useCallback(() => setAwake(true), []);
  const helpId = useId();
  const composing = useComposer(viewer, NEW, awake);
  const { text, pictures, change, send, attach } = composing;
  const form = useRef<HTMLFormElement>(null);
  useDrop(form, attach);
  const open = awake || text !== "" || pictures.length > 0;
  return (
    <form
      aria-label={words.newBark.title}
      ref={form}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 desk:px-5"
    >
      <Avatar src={viewer.avatar} />
      <div className={cx("min-w-0 pt-2.5", open && "col-span-2")}>
        <TextField
          text={text}
          label={words.newBark.label}
          helpId={helpId}
          language={composing.options.language ?? undefined}
          change={(next) => change({ text: next })}
          send={send}
          wake={wake}
          first={first}
          paste={attach}
        />
      </div>
      {open ? (
        <div className="col-span-2 col-start-2 min-w-0">
          <Suspense fallback={<div className="min-h-13" />}>
            <Extras composing={composing} helpId={helpId} />
          </Suspense>
        </div>
      ) : (
        <div className="flex items-center gap-2">
          <PickPictures attach={attach} />
          <Button disabled>{words.newBark.act}</Button>
        </div>
      )}
    </form>
  );
}
