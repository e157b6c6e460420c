"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { write } from "@/app/_client/drafts/store";
import { DescribeSheet } from "@/app/_features/compose/describe";
import { isTimed, isUndescribed } from "@/app/_features/compose/ready";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Sheet } from "@/app/_ui/sheet";
import { compose as words } from "@/app/_words/compose";
import { scheduling } from "@/app/_words/scheduling";

/** Asks once before pictures without a description are sent. */
export function Reminder({ composing: { asking, stopAsking, go, filled } }: { composing: Composing }) {
  const [described, setDescribed] = useState<string | null>(null);
  const missing = filled
    .filter(isUndescribed)
    .flatMap(({ pictures }) => pictures.filter(({ alt }) => alt.trim() === ""));
  const part = filled.find(({ pictures }) => pictures.some(({ key }) => key === described)) ?? null;
  return (
    <>
      <Sheet open={asking} close={stopAsking} title={words.describeTitle(missing.length)} low>
        <div className="grid gap-4 px-4 pb-5">
          <p className="text-body text-ink-2">{words.whyDescribe}</p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="soft" onClick={go}>
              {filled.some(isTimed) ? scheduling.scheduleAnyway : words.barkAnyway}
            </Button>
            <Button
              data-first
              onClick={() => {
                stopAsking();
                setDescribed(missing[0]?.key ?? null);
              }}
            >
              {words.describe}
            </Button>
          </div>
        </div>
      </Sheet>
      <DescribeSheet
        composing={{
          writing: part,
          pictures: part?.pictures ?? [],
          change: (patch) => part && write(part.id, patch),
        }}
        pictureKey={described}
        close={() => setDescribed(null)}
      />
    </>
  );
}
