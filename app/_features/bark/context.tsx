import { Repeat2 } from "lucide-react";
import Link from "next/link";
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
        <bdi>{person.display_name}</bdi> rebarked
      </Link>
    </p>
  );
}

/** "Replying to @fern", with a link to the parent. */
export function ReplyingTo({ bark }: { bark: Status }) {
  const { in_reply_to_id: id, in_reply_to_account_id: personId, in_reply_to_acct: handle, account } = bark;
  if (id === null) return null;
  return (
    <p className="text-small leading-5 text-ink-3">
      <Link
        href={paths.bark(handle ?? account.acct, id)}
        prefetch={false}
        className="relative z-1 wrap-anywhere hover:underline"
      >
        Replying to {personId === account.id ? "their own bark" : handle ? `@${handle}` : "a bark"}
      </Link>
    </p>
  );
}
