import { CornerLeftUp, Repeat2 } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { bark as words } from "@/app/_words/bark";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

type Person = Pick<Status["account"], "display_name" | "acct">;

/** "Otter rebarked": why the bark is in this list. */
export function RebarkedBy({ person }: { person: Person }) {
  return (
    <p className="bark-context relative -mt-0.5 mb-1 flex items-center text-meta font-medium text-ink-2">
      <Repeat2 className="bark-context-icon absolute -inset-s-8 size-4.5" aria-hidden="true" />
      <Link
        href={paths.person(person.acct)}
        prefetch={false}
        className="relative z-1 -my-0.75 truncate py-0.75 hover:underline"
      >
        <bdi>{person.display_name}</bdi> {words.rebarked}
      </Link>
    </p>
  );
}

/** Above a reply: one line of what it answers, with a line down to it; or whom it answers, where that is not known. */
export function AnsweredLine({ bark }: { bark: Status }) {
  const { in_reply_to_id: id, in_reply_to_acct: handle, account } = bark;
  const excerpt = bark.in_reply_to_excerpt;
  if (id === null) return null;
  return (
    <Link
      href={paths.bark(handle ?? account.acct, id)}
      prefetch={false}
      className="bark-answers group relative z-1 col-span-full -mt-1 grid h-8 grid-cols-avatar gap-x-3 text-small leading-6 text-ink-3"
    >
      <span aria-hidden="true" className="grid grid-rows-thread justify-items-center">
        {excerpt ? (
          <Avatar src={excerpt.account.avatar} size={24} />
        ) : (
          <CornerLeftUp className="mt-1 size-4.5 rtl:-scale-x-100" />
        )}
        <span className="my-0.5 w-0.5 rounded-pill bg-line" />
      </span>
      <span className="flex min-w-0 gap-1.5 group-hover:underline">
        {excerpt ? (
          <>
            <span className="sr-only">{words.answers}</span>
            <bdi className="max-w-[45%] flex-none truncate font-bold text-ink-2">{excerpt.account.display_name}</bdi>
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {excerpt.spoiler_text || excerpt.text || words.pictures(excerpt.pictures)}
            </span>
          </>
        ) : (
          <span className="truncate">{whom(bark)}</span>
        )}
      </span>
    </Link>
  );
}

/** "Replying to @fern", with a link to the parent, where that is not shown above. */
export function ReplyingTo({ bark }: { bark: Status }) {
  const { in_reply_to_id: id, in_reply_to_acct: handle, account } = bark;
  if (id === null) return null;
  return (
    <p className="text-small leading-5 text-ink-3">
      <Link
        href={paths.bark(handle ?? account.acct, id)}
        prefetch={false}
        className="relative z-1 wrap-anywhere hover:underline"
      >
        {whom(bark)}
      </Link>
    </p>
  );
}

function whom({ in_reply_to_account_id: personId, in_reply_to_acct: handle, account }: Status): string {
  if (personId === account.id) return words.answersOwn;
  return handle ? words.answersPerson(handle) : words.answersBark;
}
