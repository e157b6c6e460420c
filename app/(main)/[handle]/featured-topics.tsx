import Link from "next/link";
import { short } from "@/app/_ui/count";
import { topics } from "@/app/_words/topics";
import { paths } from "@/lib/paths";
import type { FeaturedTag } from "@/lib/topics/schema";

/** The topics that a person features, each with how often they barked about it. */
export function FeaturedTopics({ tags, name }: { tags: FeaturedTag[]; name: string }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label={topics.featuredOn(name)} className="mt-3 flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag.id} className="min-w-0">
          <Link
            href={paths.topic(tag.name)}
            prefetch={false}
            className="inline-flex min-h-9 max-w-full flex-wrap items-center gap-x-1.5 rounded-pill border border-edge px-3 text-label hover:bg-paper"
          >
            <b className="wrap-anywhere">
              <bdi>#{tag.name}</bdi>
            </b>
            <span className="text-meta text-ink-3 tabular-nums">
              <span aria-hidden="true">{short(Number(tag.statuses_count))}</span>
              <span className="sr-only">{topics.barks(Number(tag.statuses_count))}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
