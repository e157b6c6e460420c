"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { ChevronRight, KeyRound, MonitorSmartphone, NotebookPen } from "lucide-react";
import Link from "next/link";
import { useEffect, useState, type ComponentType, type ReactNode } from "react";
import { send } from "@/app/_client/api";
import { DeviceList } from "@/app/_features/messages/device-list";
import { Choice } from "@/app/_features/moderation/choice";
import { WhenReady } from "@/app/_features/messages/states";
import { useAct, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import type { MessengerState } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

const SETTINGS = "/api/v1/barker/e2ee/settings";

type Who = "everyone" | "followed" | "nobody";
const WHO: [Who, string, string][] = [
  ["everyone", "Everybody", messageKeys.strangersWait],
  ["followed", messageKeys.peopleIFollow, messageKeys.othersAreTold],
  ["nobody", messageKeys.nobodyNew, messageKeys.conversationsContinue],
];

/** Settings of Messages: devices, what opens them on a new one, and who may write. */
export function MessageSettings() {
  const { value: state } = useMessengerState();
  return (
    <>
      <WhenReady>
        <Part title={messageKeys.yourDevices}>
          <DeviceList />
          <ul>
            <Row
              href={paths.linkDevice}
              icon={MonitorSmartphone}
              title={messageKeys.linkDevice}
              detail={messageKeys.yourMessagesComeWithIt}
            />
          </ul>
        </Part>
        {state?.phase === "ready" && <Keeping state={state} />}
      </WhenReady>
      <WhoMayWrite />
      <p className="mx-1 text-meta text-ink-2">{messageKeys.whoCanRead}</p>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{title}</h2>
      <div className="overflow-hidden rounded-card border border-line bg-surface">{children}</div>
    </section>
  );
}

interface RowProps {
  href: string;
  icon: ComponentType<{ className?: string; "aria-hidden"?: "true" }>;
  title: string;
  detail: string;
}

function Row({ href, icon: Icon, title, detail }: RowProps) {
  return (
    <li className="border-t border-line">
      <Link href={href} className="flex min-h-13.5 items-center gap-3.5 px-4 py-2 -outline-offset-2">
        <Icon className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <b className="block text-label">{title}</b>
          <span className="block text-meta text-ink-3">{detail}</span>
        </span>
        <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
      </Link>
    </li>
  );
}

/** What opens the messages on a new device, and whether anything is kept for it. */
function Keeping({ state: { archive } }: { state: Extract<MessengerState, { phase: "ready" }> }) {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const has = (way: (typeof archive.ways)[number]) => archive.ways.includes(way);
  return (
    <>
      <Part title={messageKeys.onNewDevice}>
        {archive.ways.length > 0 && (
          <Switch
            id="archive"
            title={messageKeys.keepMyMessages}
            detail={messageKeys.historyDetail}
            on={archive.enabled}
            change={(on) => (on ? void act((messenger) => messenger.setArchive(true)) : setAsking(true))}
          />
        )}
        <ul className="-mt-px">
          <Row
            href={paths.messageWords}
            icon={NotebookPen}
            title={messageKeys.words24}
            detail={has("words") ? messageKeys.wordsSetUp : messageKeys.notSetUpYet}
          />
          <Row
            href={paths.messageWords}
            icon={KeyRound}
            title={messageKeys.passkey}
            detail={has("passkey") ? messageKeys.setUp : messageKeys.notSetUpYet}
          />
        </ul>
      </Part>
      <Sheet open={asking} close={() => setAsking(false)} low title={messageKeys.keepNothingQuestion}>
        <div className="grid gap-4 px-4 pb-6">
          <p className="text-label text-ink-2">{messageKeys.whatIsKeptOnServer}</p>
          <div className="flex flex-wrap gap-3 *:flex-1">
            <Button look="soft" data-first onClick={() => setAsking(false)}>
              {sentences.cancel}
            </Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                void act((messenger) => messenger.setArchive(false), messageKeys.nothingIsKeptOnServer);
              }}
            >
              {messageKeys.keepNothing}
            </Button>
          </div>
        </div>
      </Sheet>
    </>
  );
}

function WhoMayWrite() {
  const say = useToast();
  const [who, setWho] = useState<Who | null>(null);
  useEffect(() => {
    let left = false;
    void send<{ who_may_write: Who }>(SETTINGS).then(
      (outcome) => left || (outcome.ok && setWho(outcome.value.who_may_write)),
    );
    return () => void (left = true);
  }, []);
  async function choose(next: Who): Promise<void> {
    const before = who;
    setWho(next);
    const outcome = await send(SETTINGS, { method: "PUT", json: { who_may_write: next } });
    if (outcome.ok) return;
    setWho(before);
    say(outcome.sentence);
  }
  return (
    <fieldset>
      <legend className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{messageKeys.whoMayWriteToMe}</legend>
      <div className="grid gap-1 rounded-card border border-line bg-surface px-3 py-2">
        {WHO.map(([value, title, detail]) => (
          <Choice key={value} type="radio" name="who" checked={who === value} chosen={() => void choose(value)}>
            <b className="block">{title}</b>
            <span className="block text-meta text-ink-3">{detail}</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
