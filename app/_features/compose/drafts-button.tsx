"use client";

import { PenLine } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { useStore } from "@/app/_client/use-store";
import { drafts } from "@/app/_client/drafts/store";
import { compose as words } from "@/app/_words/compose";
import { threadOf, threads, type LocalDraft } from "@/app/_client/drafts/model";
import { Sheet } from "@/app/_ui/sheet";

const DraftsList = lazy(() => import("@/app/_features/compose/drafts-list"));
const NONE: LocalDraft[] = [];

/** Opens the drafts of all devices, and shows their number. */
export function DraftsButton({ writingId, chosen }: { writingId?: string; chosen?: () => void }) {
  const [open, setOpen] = useState(false);
  const list = useStore(drafts, (all) => all, NONE);
  const mine = list.find(({ id }) => id === writingId);
  const others = threads(list).filter(
    ([first]) => first && threadOf(first) !== (mine ? threadOf(mine) : writingId),
  ).length;
  useEffect(() => {
    if (others > 0) void import("@/app/_features/compose/drafts-list");
  }, [others]);
  return (
    <>
      <Button look="ghost" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <PenLine className="hidden size-5 flex-none @max-narrow:block" aria-hidden="true" />
        <span className="@max-narrow:sr-only">{words.draftsCount(others)}</span>
      </Button>
      <Sheet open={open} close={() => setOpen(false)} title={words.drafts}>
        <Suspense>
          <DraftsList
            chosen={() => {
              setOpen(false);
              chosen?.();
            }}
          />
        </Suspense>
      </Sheet>
    </>
  );
}
