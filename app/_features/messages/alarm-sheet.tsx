"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { Download, QrCode, ShieldAlert, Smartphone } from "lucide-react";
import { useState, type ReactNode } from "react";
import { serverNow } from "@/app/_client/clock";
import { alarmWords } from "@/app/_features/messages/alarm-words";
import { Group, Steps } from "@/app/_features/messages/parts";
import { momentOf } from "@/app/_features/messages/times";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import type { Alarm } from "@/lib/messenger/schema";

/** Somebody began to replace the person's own keys; any device of theirs can stop it. */
const RESET_PENDING = "reset_pending";

interface AlarmSheetProps {
  alarm: Alarm;
  /** The contact concerned, if there is one. */
  name: string | null;
  open: boolean;
  close: () => void;
  /** Opens the check by QR code, where it is possible. */
  compare?: () => void;
}

/** What failed and what to do; sending stays paused unless a contact's reset is accepted. */
export function AlarmSheet({ alarm, name, open, close, compare }: AlarmSheetProps) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const words = alarmWords(alarm, name);
  const who = name ?? "them";

  async function save(): Promise<void> {
    const evidence = await act((messenger) => messenger.evidence(alarm.id));
    if (evidence) download(evidence.value, `barker-evidence-${alarm.id.slice(0, 8)}.txt`);
  }
  async function accept(): Promise<void> {
    setBusy(true);
    const accepted = await act((messenger) => messenger.acceptAlarm(alarm.id), messageKeys.youCanWriteToAgain(who));
    setBusy(false);
    if (accepted) close();
  }
  async function stop(): Promise<void> {
    setBusy(true);
    const stopped = await act((messenger) => messenger.vetoReset(), "Stopped. Your keys stay as they are.");
    setBusy(false);
    if (stopped) close();
  }
  return (
    <Sheet open={open} close={close} title={words.title} low bare alert>
      <div className="flex items-start gap-3 bg-danger-soft px-4 pt-6 pb-4.5">
        <span className="grid size-11 flex-none place-items-center rounded-avatar bg-danger text-raised">
          <ShieldAlert className="size-5" aria-hidden="true" />
        </span>
        <span className="min-w-0 flex-1">
          <b className="block text-small leading-5 text-danger">{sentences.sendingIsPaused}</b>
          <h2 className="text-title font-bold tracking-heading text-balance">{words.title}</h2>
        </span>
      </div>
      <div className="grid grid-cols-1 gap-4 overflow-y-auto px-4 pt-4 pb-8">
        <Group title={messageKeys.whatThisDeviceSaw}>
          <p className="flex items-center gap-3 px-4 py-2.5">
            <Smartphone className="size-5 flex-none text-ink-2" aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <b className="block text-label">{words.seen}</b>
              <span className="block text-meta text-ink-3">
                {messageKeys.checkedAt(momentOf(alarm.at, serverNow()), alarm.code)}
              </span>
            </span>
            {!alarm.acceptable && (
              <span className="rounded-pill bg-danger-soft px-2.5 py-1 text-meta font-medium text-danger">
                {messageKeys.refused}
              </span>
            )}
          </p>
        </Group>
        <section>
          <h3 className="mx-1 mb-2 text-small leading-5 font-bold text-ink-2">{messageKeys.whatToDo}</h3>
          <Steps of={words.steps.map(([bold, rest]) => step(bold, rest))} />
        </section>
        <p className="text-meta text-ink-2">{words.calm}</p>
        <div className="grid gap-3">
          <Button look="ink" size="large" data-first onClick={close}>
            {messageKeys.keepItPaused}
          </Button>
          <div className="flex flex-wrap gap-3 *:flex-1">
            {alarm.acceptable && (
              <Button look="outline" disabled={busy} onClick={() => void accept()}>
                {messageKeys.acceptNewKeys}
              </Button>
            )}
            {compare && (
              <Button look="outline" onClick={compare}>
                <QrCode className="size-5" aria-hidden="true" />
                {messageKeys.checkQr}
              </Button>
            )}
            {alarm.code === RESET_PENDING && (
              <Button look="danger" disabled={busy} onClick={() => void stop()}>
                {messageKeys.stopIt}
              </Button>
            )}
            {!alarm.acceptable && (
              <Button look="outline" onClick={() => void save()}>
                <Download className="size-5" aria-hidden="true" />
                {messageKeys.evidence}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Sheet>
  );
}

function step(bold: string, rest: string): ReactNode {
  return (
    <>
      <b className="text-ink">{bold}</b> {rest}
    </>
  );
}

/** Gives the person a file. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
