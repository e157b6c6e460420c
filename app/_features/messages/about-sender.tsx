"use client";

import { formatDate } from "@/app/_client/format-date";
import { messages as sentences } from "@/app/_words/messages";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { CircleSign } from "@/app/_features/circles/sign";
import { listOf } from "@/app/_features/messages/names";
import { Avatar } from "@/app/_ui/avatar";
import type { Contact } from "@/lib/messenger/schema";
import type { Account, FamiliarFollowers } from "@/lib/people/schema";
import { isolated } from "@/lib/text/isolate";
import { paths } from "@/lib/paths";

/** Who a stranger is: their profile, since when they are here, and who of the viewer's follows them. */
export function AboutSender({ sender }: { sender: Contact }) {
  const { account, familiar } = useFacts(sender.personId);
  const faces = familiar?.accounts.slice(0, 2) ?? [];
  return (
    <Link href={paths.person(sender.handle)} className="grid gap-3 p-4 -outline-offset-2">
      <span className="flex items-center gap-3">
        <Avatar src={sender.avatar} size={56} />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2">
            <b className="wrap-anywhere">
              <bdi>{sender.displayName}</bdi>
            </b>
            {faces.length > 0 && <CircleSign degree={2} />}
          </span>
          <span className="block text-meta wrap-anywhere text-ink-3">
            <bdi dir="ltr">@{sender.handle}</bdi>
            {account && sentences.onBarkerSince(monthOf(account.created_at))}
          </span>
        </span>
        <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
      </span>
      {familiar && faces.length > 0 && (
        <span className="flex items-center gap-2 text-meta text-ink-2">
          <span className="inline-flex">
            {faces.map(({ id, avatar }, index) => (
              <Avatar
                key={id}
                src={avatar}
                size={24}
                className={index > 0 ? "-ms-1.5 ring-2 ring-surface" : "ring-2 ring-surface"}
              />
            ))}
          </span>
          <span className="min-w-0 flex-1">{followedBy(familiar)}</span>
        </span>
      )}
    </Link>
  );
}

/** "Followed by Otter, Fern and 3 others". */
function followedBy({ accounts, accounts_count: count }: FamiliarFollowers): string {
  const names = accounts.slice(0, count > 3 ? 2 : 3).map((one) => isolated(one.display_name));
  const others = count - names.length;
  return sentences.followedBy(others > 0 ? sentences.andOthers(names, others) : listOf(names));
}

function monthOf(date: string): string {
  return formatDate(Date.parse(date), { month: "long", year: "numeric" });
}

function useFacts(personId: string): { account: Account | null; familiar: FamiliarFollowers | null } {
  const [facts, setFacts] = useState<{ account: Account | null; familiar: FamiliarFollowers | null }>({
    account: null,
    familiar: null,
  });
  useEffect(() => {
    let left = false;
    void Promise.all([
      send<Account>(`/api/v1/accounts/${personId}`),
      send<FamiliarFollowers[]>(`/api/v1/accounts/familiar_followers?id[]=${personId}`),
    ]).then(([account, familiar]) => {
      if (left) return;
      setFacts({
        account: account.ok ? account.value : null,
        familiar: familiar.ok ? (familiar.value[0] ?? null) : null,
      });
    });
    return () => void (left = true);
  }, [personId]);
  return facts;
}
