"use client";

import { Image as ImageIcon } from "lucide-react";
import { lazy, Suspense, use, useState } from "react";
import { useWide } from "@/app/_client/use-wide";
import { ComposeWindowOpen, useCompose } from "@/app/_features/compose/context";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";

// Without a connection, and never loaded before, the closed one stays.
const Composer = lazy(() =>
  import("@/app/_features/compose/composer").then(
    (module) => ({ default: module.Composer }),
    () => ({ default: ({ viewer }: { viewer: Viewer }) => <Closed viewer={viewer} press={() => undefined} /> }),
  ),
);

/** The composer at the top of Home, on screens that have room for it. On phones it opens the window in which they write. */
export function HomeComposer({ viewer }: { viewer: Viewer }) {
  const wide = useWide("tablet");
  const [pressed, setPressed] = useState(false);
  const compose = useCompose();
  const closed = <Closed viewer={viewer} press={() => (wide ? setPressed(true) : compose?.({ kind: "new" }))} />;
  // Both would write the same draft.
  const elsewhere = use(ComposeWindowOpen);
  return wide && !elsewhere ? (
    <Suspense fallback={closed}>
      <Composer viewer={viewer} first={pressed} />
    </Suspense>
  ) : (
    closed
  );
}

/** What the composer looks like until it is loaded, so that nothing moves then. Who presses it can write afterwards. */
function Closed({ viewer, press }: { viewer: Viewer; press: () => void }) {
  return (
    <div className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 desk:px-5">
      <Avatar src={viewer.avatar} />
      <button
        type="button"
        onClick={press}
        className="min-w-0 cursor-text self-start pt-2.5 text-start text-heading leading-6.5 text-ink-3"
      >
        {words.newBark.label}
      </button>
      <div className="flex items-center gap-2" aria-hidden="true">
        <span className="grid size-11 place-items-center text-accent-mark">
          <ImageIcon className="size-5.5" />
        </span>
        {/* On a phone it would leave too little room for the question beside it. */}
        <Button disabled className="max-tablet:hidden">
          {words.newBark.act}
        </Button>
      </div>
    </div>
  );
}
