"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
import { Lock, QrCode } from "lucide-react";
import { useEffect, useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { messages, subscribeMessages } from "@/app/_client/messages";
import { CompareCodes } from "@/app/_features/messages/compare";
import { listOf, nameOf } from "@/app/_features/messages/names";
import { Checks, DeviceLine, Group, logWords, SheetHead } from "@/app/_features/messages/parts";
import { useViewer } from "@/app/_features/messages/shell";
import { agoOf } from "@/app/_features/messages/times";
import { problemOf } from "@/app/_features/messages/use-messenger";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import type { ConversationSummary, DeviceView, SafetyView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

interface SafetyProps {
  conversation: ConversationSummary;
  open: boolean;
  close: () => void;
  /** Opens with the code to compare. */
  withCode: boolean;
}

/** Who can read a conversation: the devices of everybody in it, and what was checked. */
export function SafetySheet({ conversation, open, close, withCode }: SafetyProps) {
  const names = conversation.members.map(({ displayName }) => isolated(displayName));
  const title = sentences.onlyYouAnd(names.length > 0 ? listOf(names) : nameOf(conversation));
  return (
    <Sheet open={open} close={close} title={title} low bare>
      {open && <Content conversation={conversation} title={title} close={close} withCode={withCode} />}
    </Sheet>
  );
}

function Content({ conversation, title, close, withCode }: Omit<SafetyProps, "open"> & { title: string }) {
  const { view, problem } = useSafety(conversation.id);
  const [code, setCode] = useState(withCode);
  const viewer = useViewer();
  const now = serverNow();
  const checked = view ? sentences.checkedNothingToCompare(agoOf(view.log.checkedAt, now)) : "Checking …";
  const them = conversation.members.length === 1 ? nameOf(conversation) : "everybody";
  const WORDS: Record<SafetyView["checks"][number]["code"], string> = {
    devices_signed: sentences.everyDeviceSigned,
    log_consistent: sentences.listIsInPublicLog,
    same_log: sentences.sameLog(them),
  };
  if (code && view) {
    return <CompareCodes conversation={conversation} code={view.code} back={() => setCode(false)} close={close} />;
  }
  return (
    <>
      <SheetHead icon={Lock} title={title} detail={problem ?? checked} close={close} />
      <div className="grid grid-cols-1 gap-3.5 overflow-y-auto px-4 pb-8">
        {view &&
          othersFirst(view.people).map(({ contact, devices }) => (
            <Group
              key={contact === "me" ? "me" : contact.accountId}
              title={contact === "me" ? sentences.yourDevices : sentences.devicesOf(contact.displayName)}
              face={<Avatar src={contact === "me" ? viewer.avatar : contact.avatar} size={20} />}
            >
              <Devices of={devices} now={now} />
            </Group>
          ))}
        {view && (
          <Group title={sentences.whatYourDevicesChecked}>
            <Checks of={view.checks.map(({ code: check, ok }) => ({ words: WORDS[check], ok }))} />
            <p className="border-t border-line px-4 py-2.5 text-meta text-ink-3 tabular-nums">{logWords(view.log)}</p>
          </Group>
        )}
        {view && conversation.kind === "direct" && (
          <Button look="outline" onClick={() => setCode(true)}>
            <QrCode className="size-5" aria-hidden="true" />
            {sentences.checkInPersonWithQr}
          </Button>
        )}
      </div>
    </>
  );
}

/** How many devices of somebody are shown at first. */
const SHOWN = 3;

function Devices({ of, now }: { of: DeviceView[]; now: number }) {
  const [all, setAll] = useState(false);
  // One more is shown rather than announced.
  const cut = !all && of.length > SHOWN + 1;
  const shown = cut ? of.toSorted((a, b) => Number(b.current) - Number(a.current)).slice(0, SHOWN) : of;
  return (
    <>
      <ul>
        {shown.map((device) => (
          <DeviceLine key={device.deviceId} device={device} now={now} />
        ))}
      </ul>
      {cut && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="min-h-11 w-full border-t border-line px-4 text-start text-label font-bold text-accent-text -outline-offset-2"
        >
          {sentences.moreDevices(of.length - SHOWN)}
        </button>
      )}
    </>
  );
}

/** The others are who one asks about. */
const othersFirst = (people: SafetyView["people"]) =>
  people.toSorted((a, b) => Number(a.contact === "me") - Number(b.contact === "me"));

function useSafety(id: string): { view: SafetyView | null; problem: string | null } {
  const [view, setView] = useState<SafetyView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    const load = () =>
      messages()
        .safety(id)
        .then(
          (next) => left || setView(next),
          (failure: unknown) => left || setProblem(problemOf(failure)),
        );
    void load();
    const end = subscribeMessages(({ topic }) => void (topic === "state" && load()));
    return () => {
      left = true;
      end();
    };
  }, [id]);
  return { view, problem };
}
