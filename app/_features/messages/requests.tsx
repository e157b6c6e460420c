"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Mail } from "lucide-react";
import { RequestCard } from "@/app/_features/messages/request-card";
import { MessageSheets } from "@/app/_features/messages/sheets";
import { useConversations } from "@/app/_features/messages/use-messenger";
import { Way } from "@/app/_features/messages/parts";
import { useRouter } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { BackBar } from "@/app/_ui/top-bar";
import { BarkSkeletons } from "@/app/_ui/skeleton";
import { paths } from "@/lib/paths";

/** The messages of people whom the viewer does not know. */
export function MessageRequests() {
  const { value: all } = useConversations();
  const router = useRouter();
  return (
    <>
      <BackBar title={sentences.requestsTitle} />
      {all === null && <BarkSkeletons count={2} />}
      {all && (
        <div className="grid grid-cols-1 content-start gap-4 bg-paper p-4">
          {all.requests.map((conversation) => (
            <RequestCard key={conversation.id} conversation={conversation} />
          ))}
          {all.requests.length === 0 && <Empty title={sentences.noRequests} sentence={sentences.whatRequestsAre} />}
          <section>
            <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{sentences.whoMayWriteToYou}</h2>
            <ul className="overflow-hidden rounded-card border border-line bg-surface">
              <Way
                icon={Mail}
                title={sentences.choose}
                detail={sentences.whoMayWriteDetail}
                act={() => router.push(paths.messageSettings)}
              />
            </ul>
          </section>
        </div>
      )}
      <MessageSheets />
    </>
  );
}
