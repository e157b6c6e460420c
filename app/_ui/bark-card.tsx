import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { BarkMenu } from "@/app/_ui/bark-menu";
import { BarkText } from "@/app/_ui/bark-text";
import { Ago } from "@/app/_ui/time";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

/** A bark in a list. All of it opens the bark; names, links and the menu do what they say. */
export function BarkCard({ status, viewerId }: { status: Status; viewerId: string | null }) {
  const { account } = status;
  const own = account.id === viewerId;
  return (
    <article
      aria-label={`${account.display_name}: ${status.text ?? ""}`}
      data-row={status.id}
      tabIndex={0}
      className="bark-card relative grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3 border-b border-line px-4 pt-3 pb-3 focus-visible:-outline-offset-2 desk:px-5"
    >
      <Link
        href={paths.person(account.acct)}
        prefetch={false}
        tabIndex={-1}
        aria-hidden="true"
        className="relative z-1 self-start"
      >
        <Avatar src={account.avatar} />
      </Link>
      <div className="min-w-0">
        <header className="-mr-2 flex min-h-[1.375rem] items-baseline gap-1.5 text-label leading-[1.375rem]">
          <Link
            href={paths.person(account.acct)}
            prefetch={false}
            className="relative z-1 max-w-[62%] flex-none truncate font-bold hover:underline"
          >
            {account.display_name}
          </Link>
          <span className="min-w-0 shrink-2 truncate text-[.875rem] text-ink-3">@{account.acct}</span>
          <span className="flex-1 text-[.875rem] whitespace-nowrap text-ink-3">
            <span aria-hidden="true">· </span>
            <Link
              href={paths.bark(account.acct, status.id)}
              prefetch={false}
              className="hover:underline after:absolute after:inset-0 after:content-['']"
            >
              <Ago at={status.created_at} />
            </Link>
          </span>
          <BarkMenu status={status} own={own} />
        </header>
        <p className="break-words whitespace-pre-line">
          <BarkText text={status.text ?? ""} people={status.mentions.map((person) => person.acct)} />
        </p>
      </div>
    </article>
  );
}
