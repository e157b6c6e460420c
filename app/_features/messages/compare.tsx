"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { ArrowLeft, Check, ScanQrCode, ShieldAlert, Type } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { nameOf } from "@/app/_features/messages/names";
import { CodePicture } from "@/app/_features/messages/code-picture";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { CloseButton } from "@/app/_ui/sheet";
import { TextArea } from "@/app/_ui/text-area";
import { cx } from "@/app/_ui/cx";
import type { ConversationSummary } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

const Scanner = lazy(() => import("@/app/_features/messages/scanner"));

interface CompareProps {
  conversation: ConversationSummary;
  code: string;
  back: () => void;
  close: () => void;
}

/** Comparing keys in person: each shows a code, and the other's device scans it or gets it as text. */
export function CompareCodes({ conversation, code, back, close }: CompareProps) {
  const act = useAct();
  const name = isolated(nameOf(conversation));
  const [way, setWay] = useState<"show" | "scan" | "type">("show");
  const [typed, setTyped] = useState("");
  const [result, setResult] = useState<boolean | null>(null);

  async function compare(other: string): Promise<void> {
    setWay("show");
    const outcome = await act((messenger) => messenger.compare(conversation.id, other.trim()));
    if (outcome) setResult(outcome.value);
  }
  const Sign = result ? Check : ShieldAlert;
  return (
    <>
      <div className="flex min-h-13 flex-none items-center gap-1 px-1">
        <button
          type="button"
          aria-label={sentences.back}
          onClick={back}
          className="grid size-11 place-items-center rounded-pill"
        >
          <ArrowLeft className="size-5 rtl:-scale-x-100" aria-hidden="true" />
        </button>
        <h2 className="min-w-0 flex-1 text-title font-bold tracking-heading">{messageKeys.checkInPerson}</h2>
        <CloseButton close={close} />
      </div>
      <div className="grid grid-cols-1 justify-items-center gap-4 overflow-y-auto px-4 pb-8">
        {result !== null && (
          <p
            role="alert"
            className={cx(
              "flex w-full items-center gap-3 rounded-card p-4 text-label",
              result ? "bg-pine-soft text-pine" : "bg-danger-soft text-danger",
            )}
          >
            <Sign className="size-5 flex-none" aria-hidden="true" />
            {result ? messageKeys.codeIsSame(name) : messageKeys.codeDiffers(name)}
          </p>
        )}
        {way === "scan" ? (
          <Suspense>
            <Scanner
              hint={messageKeys.holdCodeOf(name)}
              found={(text) => void compare(text)}
              cannot={() => setWay("type")}
            />
          </Suspense>
        ) : way === "type" ? (
          <form
            className="grid w-full gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void compare(typed);
            }}
          >
            <TextArea
              label={messageKeys.codeAsText}
              help={messageKeys.findsItBelowTheirOwn(name)}
              rows={3}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" disabled={typed.trim() === ""}>
              {messageKeys.compare}
            </Button>
          </form>
        ) : (
          <>
            <p className="text-label text-ink-2">{messageKeys.letThemScan(name)}</p>
            <CodePicture code={code} label={messageKeys.codeOfThisConversation} />
            <p className="max-w-full text-center text-micro wrap-anywhere text-ink-2 select-all">{code}</p>
          </>
        )}
        <div className="flex w-full flex-wrap gap-3 *:flex-1">
          {way !== "scan" && (
            <Button look="outline" onClick={() => setWay("scan")}>
              <ScanQrCode className="size-5" aria-hidden="true" />
              {messageKeys.scanTheirs}
            </Button>
          )}
          {way !== "type" && (
            <Button look="outline" onClick={() => setWay("type")}>
              <Type className="size-5" aria-hidden="true" />
              {messageKeys.pasteTheirs}
            </Button>
          )}
          {way !== "show" && (
            <Button look="soft" onClick={() => setWay("show")}>
              {messageKeys.showMine}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
