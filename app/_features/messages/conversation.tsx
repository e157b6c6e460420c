"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { MessageField } from "@/app/_features/messages/message-field";
import { ConversationBar } from "@/app/_features/messages/conversation-bar";
import { MessageLog } from "@/app/_features/messages/log";
import { NotReady } from "@/app/_features/messages/states";
import { useMessages } from "@/app/_features/messages/use-messages";
import { useConversation, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Trouble } from "@/app/_features/feed/rows";
import { BackBar } from "@/app/_ui/top-bar";
import { BarkSkeletons } from "@/app/_ui/skeleton";
import type { ConversationSummary, MessageView, MessengerState } from "@/lib/messenger/schema";

/** What the field is for: a new message, an answer, or another text of one's own message. */
export type Writing = { kind: "new" } | { kind: "reply"; to: MessageView } | { kind: "edit"; message: MessageView };

/** A conversation with its bar, its messages and its field. */
export function ConversationPane({ id }: { id: string }) {
  const { value: state } = useMessengerState();
  const { value: conversation, problem } = useConversation(id);
  if (state?.phase === "ready" && conversation) return <Open key={id} conversation={conversation} state={state} />;
  return (
    <>
      <BackBar title={sentences.messages} />
      {state && state.phase !== "ready" && state.phase !== "starting" ? (
        <NotReady state={state} rows={null} />
      ) : problem ? (
        <Trouble title={sentences.thisConversationCannotBeShown} sentence={problem} again={() => location.reload()} />
      ) : (
        <BarkSkeletons count={4} />
      )}
    </>
  );
}

interface OpenProps {
  conversation: ConversationSummary;
  state: Extract<MessengerState, { phase: "ready" }>;
}

function Open({ conversation, state }: OpenProps) {
  const { id } = conversation;
  const at = useSearchParams().get("at");
  const messages = useMessages(id);
  const [writing, setWriting] = useState<Writing>({ kind: "new" });
  const reply = useCallback((to: MessageView) => setWriting({ kind: "reply", to }), []);
  const edit = useCallback((message: MessageView) => setWriting({ kind: "edit", message }), []);
  const done = useCallback(() => setWriting({ kind: "new" }), []);
  return (
    <div className="conversation flex h-full min-h-0 flex-col">
      <ConversationBar conversation={conversation} state={state} />
      <MessageLog conversation={conversation} messages={messages} at={at} reply={reply} edit={edit} />
      <MessageField conversation={conversation} state={state} writing={writing} done={done} />
    </div>
  );
}
