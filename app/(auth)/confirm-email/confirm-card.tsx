"use client";

import Link from "next/link";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { useLinkToken } from "@/app/(auth)/use-link-token";
import { mails as words } from "@/app/_words/mails";
import { buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

const confirming = (token: string) => ({ path: "/api/v1/barker/email/confirm", json: { token } });

/** Confirms an address with the link of a mail, and says what came of it. */
export function ConfirmCard() {
  const outcome = useLinkToken(confirming);
  const sentence =
    outcome === null
      ? words.confirming
      : outcome === "missing"
        ? words.noLink
        : outcome.ok
          ? outcome.value.entered
            ? words.entered
            : words.isConfirmed
          : outcome.sentence;
  return (
    <RecoveryCard title={words.confirmTitle}>
      <p role="status" className="text-ink-2">
        {sentence}
      </p>
      {outcome !== null && (
        <Link href={paths.landing} className={buttonClass({})}>
          {words.goOn}
        </Link>
      )}
    </RecoveryCard>
  );
}
