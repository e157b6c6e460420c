"use client";

import Link from "next/link";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { useLinkToken } from "@/app/(auth)/use-link-token";
import { mails as words } from "@/app/_words/mails";
import { buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

const ending = (token: string) => ({ path: `/api/v1/barker/digest/unsubscribe?token=${encodeURIComponent(token)}` });

/** Ends the weekly mail with the link of one, and says so. */
export function UnsubscribeCard() {
  const outcome = useLinkToken(ending);
  const sentence =
    outcome === null
      ? words.ending
      : outcome === "missing"
        ? words.noLink
        : outcome.ok
          ? words.ended
          : outcome.sentence;
  return (
    <RecoveryCard title={words.weekly}>
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
