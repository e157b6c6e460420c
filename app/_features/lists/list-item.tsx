import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { FaceSquare } from "@/app/_features/people/face-square";
import { lists as words } from "@/app/_words/lists";
import type { ListWithFaces } from "@/lib/lists/schema";
import { paths } from "@/lib/paths";

/** A list among others: up to four faces in a square, its name, and how many people are on it. */
export function ListItem({ list: { id, title, exclusive, count, sample } }: { list: ListWithFaces }) {
  return (
    <li className="@container border-b border-line last:border-0">
      <Link
        href={paths.list(id)}
        prefetch={false}
        className="flex min-h-15 items-center gap-3 px-4 py-2 -outline-offset-2 desk:px-5"
      >
        <FaceSquare people={sample} />
        <span className="min-w-0 flex-1 text-label">
          <b className="block wrap-anywhere hyphens-auto">
            <bdi>{title}</bdi>
          </b>
          <span className="block text-meta text-ink-3">{words.detail(count, exclusive)}</span>
        </span>
        <ChevronRight className="size-5 flex-none text-ink-3 @max-[16rem]:hidden rtl:-scale-x-100" aria-hidden="true" />
      </Link>
    </li>
  );
}
