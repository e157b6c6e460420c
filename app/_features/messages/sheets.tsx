"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useEffect, useState } from "react";
import { ReportMessages } from "@/app/_features/messages/report-messages";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";

/** A menu's request for a sheet; the menu itself is closed by then. */
type SheetRequest =
  | { kind: "delete"; conversation: ConversationSummary; message: MessageView }
  | { kind: "report"; conversation: ConversationSummary; messages: MessageView[] };

let hears: ((request: SheetRequest) => void) | null = null;

/** Requests a sheet from the conversation on screen. */
export function openMessageSheet(request: SheetRequest): void {
  hears?.(request);
}

/** The sheets that menus of messages open. */
export function MessageSheets() {
  const [request, setRequest] = useState<SheetRequest | null>(null);
  useEffect(() => {
    hears = setRequest;
    return () => {
      hears = null;
    };
  }, []);
  const close = () => setRequest(null);
  return (
    <>
      <Sheet open={request?.kind === "delete"} close={close} low title={sentences.deleteThisMessage}>
        {request?.kind === "delete" && <Delete {...request} close={close} />}
      </Sheet>
      <Sheet open={request?.kind === "report"} close={close} low title={sentences.report}>
        {request?.kind === "report" && <ReportMessages {...request} close={close} />}
      </Sheet>
    </>
  );
}

interface DeleteProps {
  conversation: ConversationSummary;
  message: MessageView;
  close: () => void;
}

function Delete({ conversation, message, close }: DeleteProps) {
  const act = useAct();
  return (
    <div className="grid gap-4 px-4 pb-6">
      <p className="text-label text-ink-2">{sentences.aboutDeleting}</p>
      <div className="flex flex-wrap gap-3 *:flex-1">
        <Button look="soft" data-first onClick={close}>
          {sentences.keepIt}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            void act((messenger) => messenger.remove(conversation.id, message.id));
          }}
        >
          {sentences.deleteLabel}
        </Button>
      </div>
    </div>
  );
}
