"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useId, useState } from "react";
import { lineOf } from "@/app/_features/messages/names";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";

/** The longest comment on a report. */
const COMMENT_LIMIT = 1_000;

interface ReportProps {
  conversation: ConversationSummary;
  messages: MessageView[];
  close: () => void;
}

/** Reports chosen messages: only these are shown to whoever runs this Barker, who can verify that they are genuine. */
export function ReportMessages({ conversation, messages, close }: ReportProps) {
  const act = useAct();
  const say = useToast();
  const id = useId();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  async function report(): Promise<void> {
    setBusy(true);
    const ids = messages.map((message) => message.id);
    const sent = await act((messenger) => messenger.report(conversation.id, ids, comment.trim()));
    setBusy(false);
    if (!sent) return;
    close();
    say(sentences.reported);
  }
  return (
    <form
      className="grid gap-3 px-4 pb-6"
      onSubmit={(event) => {
        event.preventDefault();
        void report();
      }}
    >
      <p id={id} className="text-label text-ink-2">
        {sentences.whatIsReported(messages.length)}
      </p>
      {messages.map((message) => (
        <blockquote
          key={message.id}
          dir="auto"
          className="line-clamp-4 rounded-field border border-line px-3 py-2 text-label whitespace-pre-line text-ink-2"
        >
          {lineOf({
            at: message.at,
            mine: false,
            senderName: "",
            kind: message.attachments.length > 0 ? "picture" : "text",
            text: message.text,
            status: "received",
          })}
        </blockquote>
      ))}
      <TextArea
        label={sentences.whatIsWrong}
        rows={3}
        maxLength={COMMENT_LIMIT}
        value={comment}
        data-first
        aria-describedby={id}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className="flex flex-wrap gap-3 *:flex-1">
        <Button look="soft" onClick={close}>
          {sentences.cancel}
        </Button>
        <Button look="danger" type="submit" disabled={busy}>
          {busy ? sentences.sending : sentences.report}
        </Button>
      </div>
    </form>
  );
}
