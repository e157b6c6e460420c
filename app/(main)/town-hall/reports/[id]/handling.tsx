"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";

interface HandlingProps {
  reportId: string;
  assigned: { id: string; handle: string } | null;
  viewerId: string;
  /** The handle of who settled it; null while it is open. */
  resolvedBy: string | null;
}

/** Who looks at a report, and the buttons to take it, leave it, or open it again. */
export function Handling({ reportId, assigned, viewerId, resolvedBy }: HandlingProps) {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function act(verb: "assign_to_self" | "unassign" | "reopen", done: string): Promise<void> {
    setBusy(true);
    const outcome = await send(`/api/v1/admin/reports/${reportId}/${verb}`, { method: "POST" });
    setBusy(false);
    say(outcome.ok ? done : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  if (resolvedBy !== null) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-3 text-label wrap-anywhere">
        {words.resolvedBy.replace("{who}", () => `@${resolvedBy}`)}
        <Button look="soft" disabled={busy} onClick={() => void act("reopen", words.reopened)}>
          {words.reopen}
        </Button>
      </p>
    );
  }
  const isMine = assigned?.id === viewerId;
  return (
    <p className="flex flex-wrap items-center justify-between gap-3 text-label wrap-anywhere">
      {assigned ? words.assignedTo.replace("{who}", () => `@${assigned.handle}`) : words.nobodyHas}
      {isMine ? (
        <Button look="soft" disabled={busy} onClick={() => void act("unassign", words.left)}>
          {words.leave}
        </Button>
      ) : (
        <Button look="soft" disabled={busy} onClick={() => void act("assign_to_self", words.taken)}>
          {words.take}
        </Button>
      )}
    </p>
  );
}
