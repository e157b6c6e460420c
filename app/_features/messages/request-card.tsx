"use client";

import { fill } from "@/app/_ui/fill";
import { messages as sentences } from "@/app/_words/messages";
import { Ban, Flag, Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { messages } from "@/app/_client/messages";
import { openDialog, type Person } from "@/app/_features/moderation/dialogs";
import { AboutSender } from "@/app/_features/messages/about-sender";
import { SealedPicture } from "@/app/_features/messages/attachment";
import { Faces } from "@/app/_features/messages/faces";
import { nameOf } from "@/app/_features/messages/names";
import { openMessageSheet } from "@/app/_features/messages/sheets";
import { momentOf } from "@/app/_features/messages/times";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import type { Contact, ConversationSummary, MessageView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";
import { paths } from "@/lib/paths";

/** A request: who it is from, the one message, and what can be done with it. */
export function RequestCard({ conversation }: { conversation: ConversationSummary }) {
  const said = useFirst(conversation.id);
  const [sender] = conversation.members;
  const name = nameOf(conversation);
  return (
    <article
      aria-label={sentences.requestFrom(name)}
      className="overflow-hidden rounded-card border border-line bg-surface"
    >
      <div className="border-b border-line">
        {sender && conversation.kind === "direct" ? (
          <AboutSender sender={sender} />
        ) : (
          <div className="flex items-center gap-3 p-4">
            <Faces of={conversation} />
            <b className="min-w-0 flex-1 wrap-anywhere">
              <bdi>{name}</bdi>
              <span className="block text-meta font-normal text-ink-3">
                {sentences.peopleInGroup(conversation.members.length + 1)}
              </span>
            </b>
          </div>
        )}
      </div>
      <div className="grid grid-cols-1 gap-4 p-4">
        {said && (
          <div className="grid justify-items-start gap-1">
            <div
              dir="auto"
              className="max-w-76 rounded-card bg-sunken px-3.5 py-2.25 wrap-anywhere whitespace-pre-wrap"
            >
              {said.attachments.map((picture) => (
                <SealedPicture
                  key={picture.index}
                  conversationId={conversation.id}
                  messageId={said.id}
                  picture={picture}
                  top
                  closed
                />
              ))}
              {said.text}
            </div>
            <p className="ps-1 text-micro text-ink-3">{momentOf(said.at, serverNow())}</p>
          </div>
        )}
        <p className="flex gap-2 text-meta text-ink-2">
          <Lock className="size-4.5 flex-none text-pine" aria-hidden="true" />
          <span>{fill(sentences.keysOfRequestChecked, { name: <bdi>{sender?.displayName ?? name}</bdi> })}</span>
        </p>
        <Answer conversation={conversation} />
        <Danger conversation={conversation} sender={sender} said={said} />
      </div>
    </article>
  );
}

/** In place of the field, while a request is not answered. */
export function RequestAnswer({ conversation }: { conversation: ConversationSummary }) {
  return (
    <div className="grid flex-none gap-3 border-t border-line bg-surface px-4 py-3 pb-safe">
      <p className="text-meta text-ink-2">{sentences.aboutRequest}</p>
      <Answer conversation={conversation} />
    </div>
  );
}

function Answer({ conversation: { id } }: { conversation: ConversationSummary }) {
  const act = useAct();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function answer(accepts: boolean): Promise<void> {
    setBusy(true);
    const done = await act((messenger) => (accepts ? messenger.accept(id) : messenger.decline(id)));
    setBusy(false);
    if (done) router.push(accepts ? paths.conversation(id) : paths.messageRequests);
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      <Button look="soft" disabled={busy} onClick={() => void answer(false)}>
        {sentences.decline}
      </Button>
      <Button disabled={busy} onClick={() => void answer(true)}>
        {sentences.accept}
      </Button>
    </div>
  );
}

interface DangerProps {
  conversation: ConversationSummary;
  sender: Contact | undefined;
  said: MessageView | null;
}

function Danger({ conversation, sender, said }: DangerProps) {
  const look = "inline-flex min-h-11 items-center justify-center gap-2 text-label font-bold text-danger";
  return (
    <div className="-my-1 grid grid-cols-2 gap-3">
      {sender && (
        <button type="button" className={look} onClick={() => openDialog({ kind: "block", person: personOf(sender) })}>
          <Ban className="size-5" aria-hidden="true" />
          {sentences.block}
        </button>
      )}
      {said && (
        <button
          type="button"
          className={look}
          onClick={() => openMessageSheet({ kind: "report", conversation, messages: [said] })}
        >
          <Flag className="size-5" aria-hidden="true" />
          {sentences.report}
        </button>
      )}
    </div>
  );
}

/** A contact as the sheets of moderation take them. */
export function personOf({ personId, handle, displayName, avatar }: Contact): Person {
  return { id: personId, acct: handle, display_name: isolated(displayName), avatar };
}

function useFirst(id: string): MessageView | null {
  const [first, setFirst] = useState<MessageView | null>(null);
  useEffect(() => {
    let left = false;
    messages()
      .messages(id, { limit: 10 })
      .then(
        ({ messages: all }) => left || setFirst(all.find(({ kind }) => kind === "text") ?? null),
        () => undefined,
      );
    return () => void (left = true);
  }, [id]);
  return first;
}
