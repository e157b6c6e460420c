"use client";

import { messages as sentences } from "@/app/_words/messages";
import { ArrowLeft, Lock, ShieldAlert } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { AlarmSheet } from "@/app/_features/messages/alarm-sheet";
import { ConversationMenu } from "@/app/_features/messages/conversation-menu";
import { Faces } from "@/app/_features/messages/faces";
import { nameOf } from "@/app/_features/messages/names";
import { logWords } from "@/app/_features/messages/parts";
import { SafetySheet } from "@/app/_features/messages/safety-sheet";
import { MessageSheets } from "@/app/_features/messages/sheets";
import { cx } from "@/app/_ui/cx";
import type { Alarm, ConversationSummary, MessengerState } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

interface BarProps {
  conversation: ConversationSummary;
  state: Extract<MessengerState, { phase: "ready" }>;
}

/** The alarm that stops a conversation: its own one, or one of the whole log. */
export function alarmOf({ id, blocked }: ConversationSummary, alarms: Alarm[]): Alarm | null {
  const own = alarms.find(({ conversationId }) => conversationId === id);
  return own ?? (blocked ? (alarms.find(({ conversationId }) => conversationId === null) ?? null) : null);
}

/** The bar above a conversation: with whom it is, that its keys were checked, and its menu. */
export function ConversationBar({ conversation, state }: BarProps) {
  const [safety, setSafety] = useState<"closed" | "devices" | "code">("closed");
  const [warned, setWarned] = useState<string | null>(null);
  const alarm = alarmOf(conversation, state.log.alarms);
  const paused = alarm !== null || conversation.blocked;
  const Sign = paused ? ShieldAlert : Lock;
  const name = nameOf(conversation);
  const contact = conversation.members.find(({ personId }) => personId === alarm?.personId);
  return (
    <header className="z-(--z-bar) flex min-h-(--bar-top) flex-none items-center gap-0.5 border-b border-line bg-surface ps-1 pe-1 desk:ps-5">
      <Link
        href={paths.messages}
        aria-label={sentences.backToAllMessages}
        className="grid size-11 flex-none place-items-center rounded-pill desk:hidden"
      >
        <ArrowLeft className="size-5 rtl:-scale-x-100" aria-hidden="true" />
      </Link>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => (alarm ? setWarned(null) : setSafety("devices"))}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 text-start"
      >
        <Faces of={conversation} small />
        <span className="min-w-0">
          <b className="block truncate leading-5 tracking-snug">
            <bdi>{name}</bdi>
          </b>
          <span className={cx("flex items-center gap-1 text-meta leading-4", paused ? "text-danger" : "text-ink-2")}>
            <Sign className={cx("size-3.25 flex-none", !paused && "text-pine")} aria-hidden="true" />
            <span className="truncate">
              {paused ? sentences.sendingIsPaused : sentences.keysCheckedByYourDevices}
              {!paused && <span className="hidden tabular-nums desk:inline"> · {logWords(state.log)}</span>}
            </span>
          </span>
        </span>
      </button>
      <ConversationMenu conversation={conversation} showSafety={() => setSafety("devices")} />
      <SafetySheet
        conversation={conversation}
        open={safety !== "closed"}
        close={() => setSafety("closed")}
        withCode={safety === "code"}
      />
      {alarm && (
        <AlarmSheet
          alarm={alarm}
          name={contact?.displayName ?? null}
          open={warned !== alarm.id && safety === "closed"}
          close={() => setWarned(alarm.id)}
          {...(conversation.kind === "direct" && { compare: () => setSafety("code") })}
        />
      )}
      <MessageSheets />
    </header>
  );
}
