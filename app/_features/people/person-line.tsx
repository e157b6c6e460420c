import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

interface PersonLineProps {
  account: Account;
  /** The line below the name: the beginning of the bio, until when a mute lasts, … */
  detail?: ReactNode;
  /** In search results: marks the words that were searched for. */
  mark?: (text: string) => ReactNode;
  /** The actions for them. */
  children?: ReactNode;
}

const asIs = (text: string): ReactNode => text;

/** A person in a list. */
export function PersonLine({ account, detail, mark = asIs, children }: PersonLineProps) {
  return (
    <li className="flex flex-wrap items-start overflow-clip gap-3 border-b border-line px-4 py-3 desk:px-5">
      <Link href={paths.person(account.acct)} prefetch={false} tabIndex={-1} aria-hidden="true">
        <Avatar src={account.avatar} />
      </Link>
      <div className="min-w-0 grow basis-36">
        <Link
          href={paths.person(account.acct)}
          prefetch={false}
          className="-my-0.5 flex flex-wrap items-baseline gap-x-1.5 py-0.5 text-label"
        >
          <b>
            <bdi>{mark(account.display_name)}</bdi>
          </b>
          <span dir="ltr" className="text-small text-ink-3 wrap-anywhere">
            @{mark(account.acct)}
          </span>
        </Link>
        {detail && (
          <div dir="auto" className="mt-0.5 line-clamp-2 text-meta break-words text-ink-2">
            {detail}
          </div>
        )}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </li>
  );
}
