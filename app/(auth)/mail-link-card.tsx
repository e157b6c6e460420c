"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { send, type Outcome } from "@/app/_client/api";
import { mails as words } from "@/app/_words/mails";
import { buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

interface Answer {
  /** Of a link that confirms an address: whether somebody who waited for that is in now. */
  entered?: boolean;
}

/** What the links of mails do. */
const KINDS = {
  confirm: {
    title: words.confirmTitle,
    meanwhile: words.confirming,
    request: (token: string) => ({ path: "/api/v1/barker/email/confirm", json: { token } }),
    done: ({ entered }: Answer) => (entered ? words.entered : words.isConfirmed),
  },
  unsubscribe: {
    title: words.weekly,
    meanwhile: words.ending,
    request: (token: string) => ({
      path: `/api/v1/barker/digest/unsubscribe?token=${encodeURIComponent(token)}`,
      json: undefined,
    }),
    done: () => words.ended,
  },
};

/** Does what the link of a mail is for, with the token behind the "#" of the address, and says what came of it. */
export function MailLinkCard({ kind }: { kind: keyof typeof KINDS }) {
  const { title, meanwhile, request, done } = KINDS[kind];
  /** Null until there is an answer. */
  const [outcome, setOutcome] = useState<Outcome<Answer> | "missing" | null>(null);

  // Only the browser knows the token. The page is for one link.
  useEffect(() => {
    const token = location.hash.slice(1);
    if (token === "") return setOutcome("missing");
    const { path, json } = request(token);
    void send<Answer>(path, { method: "POST", json }).then(setOutcome);
  }, [request]);

  return (
    <RecoveryCard title={title}>
      <p role="status" className="text-ink-2">
        {outcome === null
          ? meanwhile
          : outcome === "missing"
            ? words.noLink
            : outcome.ok
              ? done(outcome.value)
              : outcome.sentence}
      </p>
      {outcome !== null && (
        <Link href={paths.landing} className={buttonClass({})}>
          {words.goOn}
        </Link>
      )}
    </RecoveryCard>
  );
}
