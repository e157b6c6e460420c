"use client";

import { useEffect, useMemo, useState } from "react";
import { BarkCard } from "@/app/_features/bark/card";
import { AbsentRow } from "@/app/_features/bark/thread-rows";
import { leftAfter, NOTHING_LEFT, without } from "@/app/_features/bark/thread-live";
import { ancestorRows } from "@/app/_features/bark/thread-model";
import { bark as words } from "@/app/_words/bark";
import { subscribe } from "@/app/_client/events";
import type { ThreadContext } from "@/lib/threads/schema";

interface AncestorsProps {
  mainId: string;
  context: ThreadContext;
  viewerId: string | null;
}

/** The barks above a bark, from the conversation's first one down to its parent. */
export function Ancestors({ mainId, context, viewerId }: AncestorsProps) {
  const [left, setLeft] = useState(NOTHING_LEFT);
  useEffect(() => subscribe((news) => setLeft((before) => leftAfter(before, news))), []);
  const rows = useMemo(() => ancestorRows(without(context, left), mainId), [context, left, mainId]);
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.ancestors} className="@container">
      {rows.map((row) =>
        row.kind === "bark" ? (
          <BarkCard key={row.key} status={row.status} viewerId={viewerId} thread={row} />
        ) : (
          row.kind === "absent" && <AbsentRow key={row.key} row={row} />
        ),
      )}
    </section>
  );
}
