import Link from "next/link";
import { profile as words } from "@/app/_words/profile";
import { isolated } from "@/lib/text/isolate";
import { Avatar } from "@/app/_ui/avatar";
import type { FamiliarFollowers } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

/** Followers of this person whom the viewer follows. */
export function KnownFollowers({ familiar, handle }: { familiar: FamiliarFollowers; handle: string }) {
  return (
    <Link
      href={paths.followers(handle)}
      className="flex min-h-11 flex-wrap items-center gap-2 text-meta text-ink-2 hover:underline"
    >
      <span className="inline-flex">
        {familiar.accounts.slice(0, 3).map((account, index) => (
          <Avatar
            key={account.id}
            src={account.avatar}
            size={24}
            className={index > 0 ? "-ms-1.5 ring-2 ring-surface" : "ring-2 ring-surface"}
          />
        ))}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere">{sentence(familiar)}</span>
    </Link>
  );
}

/** "Followed by Otter", "… by Otter and Fern", "… by Otter and 3 others you follow". */
function sentence({ accounts, accounts_count: count }: FamiliarFollowers): string {
  const [first, second] = accounts.map((account) => isolated(account.display_name));
  if (count <= 1) return words.knownOne(first ?? "");
  return count === 2 && second ? words.knownTwo(first ?? "", second) : words.knownMore(first ?? "", count - 1);
}
