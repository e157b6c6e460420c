"use client";

import { messages as sentences } from "@/app/_words/messages";
import Link from "next/link";
import { useEffect, useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { messages } from "@/app/_client/messages";
import { Faces } from "@/app/_features/messages/faces";
import { isMatch, nameOf } from "@/app/_features/messages/names";
import { ConversationLink } from "@/app/_features/messages/row";
import { listTime } from "@/app/_features/messages/times";
import { problemOf, useConversations } from "@/app/_features/messages/use-messenger";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";
import { paths } from "@/lib/paths";

interface Hit {
  conversation: ConversationSummary;
  message: MessageView;
}

/** What a search finds on this device: conversations by their name, and messages by their words. */
export function FoundMessages({ text }: { text: string }) {
  const { value: all } = useConversations();
  const [hits, setHits] = useState<{ text: string; found: Hit[]; problem: string | null } | null>(null);
  useEffect(() => {
    let late = false;
    messages()
      .search(text)
      .then(
        (found) => late || setHits({ text, found, problem: null }),
        (failure: unknown) => late || setHits({ text, found: [], problem: problemOf(failure) }),
      );
    return () => void (late = true);
  }, [text]);
  const named = (all?.open ?? []).filter(
    (one) =>
      nameOf(one).toLocaleLowerCase().includes(text.toLocaleLowerCase()) ||
      one.members.some((member) => isMatch(member, text)),
  );
  const found = hits?.found ?? [];
  return (
    <>
      <p role="status" className="sr-only">
        {hits?.text === text ? `${named.length + found.length} found` : ""}
      </p>
      <ul aria-label={sentences.conversationsFound}>
        {named.map((one) => (
          <ConversationLink key={one.id} conversation={one} here={false} />
        ))}
      </ul>
      <ul aria-label={sentences.messagesFound}>
        {found.map(({ conversation, message }) => (
          <li key={message.id}>
            <Link
              href={`${paths.conversation(conversation.id)}?at=${message.id}`}
              prefetch={false}
              className="grid min-h-17.5 grid-cols-avatar items-center gap-x-3 border-b border-line px-4 py-3 -outline-offset-2 desk:px-5 desk:hover:bg-paper"
            >
              <Faces of={conversation} />
              <span className="min-w-0">
                <span className="flex gap-2 text-label">
                  <b className="min-w-0 flex-1 truncate">
                    <bdi>{nameOf(conversation)}</bdi>
                  </b>
                  <time dateTime={new Date(message.at).toISOString()} className="flex-none text-meta text-ink-3">
                    {listTime(message.at, serverNow())}
                  </time>
                </span>
                <span className="mt-0.5 line-clamp-2 text-label text-ink-2">
                  {message.sender === "me" ? sentences.you : isolated(message.sender.displayName)}:{" "}
                  <bdi>{around(message.text, text)}</bdi>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hits && hits.text === text && named.length + found.length === 0 && (
        <p className="px-6 py-10 text-center text-label text-ink-2">
          {hits.problem ?? sentences.nothingOnThisDeviceContains(text)}
        </p>
      )}
    </>
  );
}

/** The part of a text around the words that were searched for. */
function around(text: string, wanted: string): string {
  const at = text.toLocaleLowerCase().indexOf(wanted.toLocaleLowerCase());
  return at < 40 ? text : `…${text.slice(at - 30)}`;
}
