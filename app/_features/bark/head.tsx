import { Lock } from "lucide-react";
import Link from "next/link";
import { BarkMenu } from "@/app/_features/bark/menu";
import { bark as words } from "@/app/_words/bark";
import { Ago } from "@/app/_features/time/time";
import { Who } from "@/app/_features/people/who";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

/** The first line of a card: author, time, whether it was edited, and the menu. */
export function Head({ bark, viewerId }: { bark: Status; viewerId: string | null }) {
  const { account } = bark;
  return (
    <header className="-me-2 flex min-h-5.5 items-baseline gap-1.5 text-label leading-5.5">
      <Who name={account.display_name} handle={account.acct} linked className="bark-name" />
      <span className="bark-meta flex-1 text-small whitespace-nowrap text-ink-3">
        <span aria-hidden="true">· </span>
        <Link
          href={paths.bark(account.acct, bark.id)}
          prefetch={false}
          data-opens
          className="hover:underline after:absolute after:inset-0"
        >
          <Ago at={bark.created_at} />
        </Link>
        {bark.edited_at && (
          <>
            <span aria-hidden="true"> · </span>
            <Link
              href={paths.history(account.acct, bark.id)}
              prefetch={false}
              className="relative z-1 underline decoration-dotted underline-offset-3 after:absolute after:-inset-2.5"
            >
              {words.edited}
            </Link>
          </>
        )}
        {bark.visibility === "private" && (
          <Lock role="img" aria-label={words.audiences.private} className="ms-1.5 inline size-3.5 align-[-.125em]" />
        )}
      </span>
      <BarkMenu bark={bark} viewerId={viewerId} />
    </header>
  );
}
