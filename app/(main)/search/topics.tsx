import { ChevronRight, Hash } from "lucide-react";
import Link from "next/link";
import { marker } from "@/app/_features/search/marked";
import { weekOf } from "@/app/_features/search/week";
import { paths } from "@/lib/paths";
import type { TrendingTag } from "@/lib/trends/schema";

/** Topics that a search found, and how often they were used lately. */
export function SearchTopics({ q, topics }: { q: string; topics: TrendingTag[] }) {
  const mark = marker(q, true);
  return (
    <ul>
      {topics.map(({ id, name, history }) => (
        <li key={id}>
          <Link
            href={paths.topic(name)}
            prefetch={false}
            className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2 focus-visible:-outline-offset-2 desk:px-5"
          >
            <span className="grid size-11 flex-none place-items-center rounded-avatar bg-accent-soft text-accent-mark">
              <Hash className="size-5" aria-hidden="true" />
            </span>
            <span className="min-w-0 flex-1">
              <b className="block text-label wrap-anywhere">
                <bdi>#{mark(name)}</bdi>
              </b>
              <span className="block text-meta text-ink-3">{weekOf(history)}</span>
            </span>
            <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
