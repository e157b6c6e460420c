"use client";

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
      <Sheet open={request?.kind === "delete"} close={close} low title="Delete this message?">
        {request?.kind === "delete" && <Delete {...request} close={close} />}
      </Sheet>
      <Sheet open={request?.kind === "report"} close={close} low title="Report">
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
      <p className="text-label text-ink-2">
        It disappears for everybody here. Somebody may have read or copied it already.
      </p>
      <div className="flex flex-wrap gap-3 *:flex-1">
        <Button look="soft" data-first onClick={close}>
          Keep it
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            void act((messenger) => messenger.remove(conversation.id, message.id));
          }}
        >
          Delete
        </Button>
      </div>
    </div>
  );
}
