"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { useToast } from "@/app/_ui/toast";

interface Queue<Row> {
  /** What is not decided yet. */
  waiting: Row[];
  /** The id of the one whose decision is being sent. */
  busy: string | null;
  /** Decides one. `said`: what is said when it is done. */
  decide: (row: Row, verb: string, said: string) => Promise<void>;
}

/**
 * A queue of which each row is decided with one press. What somebody else has decided meanwhile goes too; when the page is
 * empty and there are more, they are read.
 * @param rows the first of those that wait
 * @param more whether there are others
 * @param path of the rows: `{path}/{id}/{verb}` decides one
 */
export function useQueue<Row extends { id: string }>(rows: Row[], more: boolean, path: string): Queue<Row> {
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<string | null>(null);
  const say = useToast();
  const router = useRouter();
  const waiting = rows.filter(({ id }) => !decided.has(id));

  const isUsedUp = more && waiting.length === 0;
  useEffect(() => {
    if (isUsedUp) router.refresh();
  }, [isUsedUp, router]);

  async function decide({ id }: Row, verb: string, said: string): Promise<void> {
    setBusy(id);
    const outcome = await send(`${path}/${id}/${verb}`, { method: "POST" });
    setBusy(null);
    say(outcome.ok ? said : outcome.sentence);
    if (outcome.ok || outcome.status === 404) setDecided((before) => new Set([...before, id]));
  }

  return { waiting, busy, decide };
}
