import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { FollowButton } from "@/app/_ui/follow-button";
import type { Standing } from "@/app/_ui/standing";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

interface PersonRowProps {
  account: Account;
  /** The first words of a bio. */
  about?: string;
  /** Null for strangers and for oneself: no button. */
  standing: Standing | null;
}

/** Somebody in a list. */
export function PersonRow({ account, about, standing }: PersonRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-4 py-3 desk:px-5">
      <Link href={paths.person(account.acct)} prefetch={false} tabIndex={-1} aria-hidden="true">
        <Avatar src={account.avatar} />
      </Link>
      <div className="min-w-0 flex-[1_1_9rem]">
        <Link
          href={paths.person(account.acct)}
          prefetch={false}
          className="flex flex-wrap items-baseline gap-x-1.5 text-label"
        >
          <b>{account.display_name}</b>
          <span className="text-[.875rem] text-ink-3">@{account.acct}</span>
        </Link>
        {about && <p className="mt-0.5 line-clamp-2 text-meta text-ink-2">{about}</p>}
      </div>
      {standing !== null && (
        <FollowButton
          person={{ id: account.id, name: account.display_name, locked: account.locked }}
          standing={standing}
        />
      )}
    </li>
  );
}
