import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { FaceSquare } from "@/app/_features/people/face-square";
import { packs as words } from "@/app/_words/packs";
import { fill } from "@/app/_ui/fill";
import type { StarterPack } from "@/lib/packs/schema";
import { paths } from "@/lib/paths";

/** A starter pack in a list: up to four faces in a square, its name, and who made it. */
export function PackItem({ pack }: { pack: StarterPack }) {
  return (
    <li className="border-b border-line last:border-0">
      <Link
        href={paths.pack(pack.id)}
        prefetch={false}
        className="flex min-h-15 items-center gap-3 px-4 py-2 -outline-offset-2 desk:px-5"
      >
        <FaceSquare people={pack.sample} />
        <span className="min-w-0 flex-1 text-label">
          <b className="block wrap-anywhere">
            <bdi>{pack.name}</bdi>
          </b>
          <span className="block text-meta text-ink-3 wrap-anywhere">
            {words.people(pack.accounts_count)}
            {" · "}
            {fill(words.by("{owner}"), { owner: <bdi dir="ltr">@{pack.account.acct}</bdi> })}
          </span>
        </span>
        <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
      </Link>
    </li>
  );
}
