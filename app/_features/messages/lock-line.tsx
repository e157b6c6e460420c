"use client";

import { messages as sentences } from "@/app/_words/messages";
import { ChevronRight, Lock, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { AlarmSheet } from "@/app/_features/messages/alarm-sheet";
import { LogSheet } from "@/app/_features/messages/log-sheet";
import { cx } from "@/app/_ui/cx";
import type { LogState } from "@/lib/messenger/schema";

/** The quiet line above the list: what the devices checked; loud only when a check failed. */
export function LockLine({ log }: { log: LogState }) {
  const [open, setOpen] = useState(false);
  const alarm = log.alarms.find(({ conversationId }) => conversationId === null);
  const Icon = alarm ? ShieldAlert : Lock;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={cx(
          "relative flex min-h-9 w-full items-center gap-3 border-b border-line px-4 py-1 text-start text-meta -outline-offset-2 after:absolute after:inset-x-0 after:-inset-y-1 desk:px-5",
          alarm ? "bg-danger-soft font-medium text-danger" : "bg-paper text-ink-2",
        )}
      >
        <Icon className={cx("h-4 w-11 flex-none", !alarm && "text-pine")} aria-hidden="true" />
        <span className="min-w-0 flex-1">{alarm ? sentences.sendingIsPaused : sentences.keysCheckedByYourDevices}</span>
        <ChevronRight className="size-4 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
      </button>
      {alarm ? (
        <AlarmSheet alarm={alarm} name={null} open={open} close={() => setOpen(false)} />
      ) : (
        <LogSheet log={log} open={open} close={() => setOpen(false)} />
      )}
    </>
  );
}
