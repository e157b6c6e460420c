"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DescribeSheet } from "@/app/_features/compose/describe";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Sheet } from "@/app/_ui/sheet";

/** Asks once before pictures without a description are sent. */
export function Reminder({ composing }: { composing: Composing }) {
  const { asking, stopAsking, go, pictures } = composing;
  const [described, setDescribed] = useState<string | null>(null);
  return (
    <>
      <Sheet
        open={asking}
        close={stopAsking}
        title={pictures.length === 1 ? "Describe your picture?" : "Describe your pictures?"}
        low
      >
        <div className="grid gap-4 px-4 pb-5">
          <p className="text-body text-ink-2">Some people hear it.</p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="soft" onClick={go}>
              Bark anyway
            </Button>
            <Button
              data-first
              onClick={() => {
                stopAsking();
                setDescribed(pictures.find(({ alt }) => alt === "")?.key ?? null);
              }}
            >
              Describe
            </Button>
          </div>
        </div>
      </Sheet>
      <DescribeSheet composing={composing} pictureKey={described} close={() => setDescribed(null)} />
    </>
  );
}
