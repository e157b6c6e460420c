"use client";

import { Fragment, type ReactNode } from "react";
import { BarkCard } from "@/app/_features/bark/card";
import { AbsentRow, MoreRow } from "@/app/_features/bark/thread-rows";
import type { ThreadRow } from "@/app/_features/bark/thread-model";
import { useThread } from "@/app/_features/bark/use-thread";
import { cx } from "@/app/_ui/cx";
import { Sentinel } from "@/app/_features/feed/rows";
import { Pill } from "@/app/_ui/pill";
import { SendingCard } from "@/app/_features/bark/sending-card";
import { bark as words } from "@/app/_words/bark";
import type { Status } from "@/lib/barks/schema";
import type { ThreadContext } from "@/lib/threads/schema";

interface ThreadProps {
  main: Status;
  context: ThreadContext;
  viewerId: string | null;
}

/** All replies to a bark as a tree; new ones wait until the reader asks for them. */
export function Replies({ main, context, viewerId }: ThreadProps) {
  const { rows, sending, waiting, reveal, open, end, more } = useThread(main, context, viewerId);
  return (
    <section
      aria-label={words.repliesTitle}
      // Barks above it must not push the bark away from the top of the screen.
      className={cx("@container", context.ancestors.length > 0 && "min-h-[calc(100dvh-10rem)]")}
    >
      {sending.map((one) => (
        <SendingCard key={one.key} sending={one} />
      ))}
      {rows.slice(0, end).map((row) => (
        <Indented key={row.key} depth={row.depth}>
          <Row row={row} viewerId={viewerId} open={open} />
        </Indented>
      ))}
      {rows.length > end && <Sentinel key={end} seen={more} />}
      <Pill waiting={waiting} show={reveal} kind="replies" />
    </section>
  );
}

interface RowProps {
  row: ThreadRow;
  viewerId: string | null;
  open: (id: string) => void;
}

function Row({ row, viewerId, open }: RowProps) {
  if (row.kind === "more") return <MoreRow count={row.count} open={() => open(row.of)} />;
  if (row.kind === "absent") return <AbsentRow row={row} />;
  return <BarkCard status={row.status} viewerId={viewerId} thread={row} />;
}

/** Indented rows have a line at their left for each level. */
function Indented({ depth, children }: { depth: number; children: ReactNode }) {
  if (depth === 0) return <Fragment>{children}</Fragment>;
  return (
    <div className="flex border-b border-line last:border-b-0 [&>article]:border-b-0">
      {Array.from({ length: depth }, (_, step) => (
        <span key={step} aria-hidden="true" className="w-6 flex-none border-e-2 border-line desk:w-7" />
      ))}
      <div className="min-w-0 flex-1 [&>article]:border-b-0">{children}</div>
    </div>
  );
}
