import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { CircleIcon } from "@/app/_features/circles/sign";
import { profile as words } from "@/app/_words/profile";
import { pathTo } from "@/lib/circles/reads";
import { ApiError } from "@/lib/errors";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

/** The shortest chain of follows from the viewer to somebody they do not follow; null when there is none of up to four. */
export async function chainTo(viewerId: string, personId: string): Promise<Account[] | null> {
  try {
    const chain = await pathTo(viewerId, personId);
    return chain.length > 2 ? chain : null;
  } catch (error) {
    if (error instanceof ApiError && error.code === "not_found") return null;
    throw error;
  }
}

/** "You → Otter → Fern → them": the chain of follows from the viewer to a person. */
export function Connection({ chain }: { chain: Account[] }) {
  const between = chain.slice(1, -1);
  const them = chain.at(-1);
  const degree = chain.length - 1;
  return (
    <nav aria-label={words.connection(degree)} className="flex flex-wrap items-center gap-x-1 text-meta text-ink-2">
      <CircleIcon degree={degree} className="size-4 text-accent-text" />
      <span className="me-1">{words.you}</span>
      {between.map((person) => (
        <Fragment key={person.id}>
          <ChevronRight className="size-4 flex-none text-ink-3" aria-hidden="true" />
          <Link
            href={paths.person(person.acct)}
            prefetch={false}
            className="inline-flex min-h-11 min-w-0 items-center gap-1.5 px-1 hover:underline"
          >
            <Avatar src={person.avatar} size={20} />
            <span className="wrap-anywhere">
              <bdi>{person.display_name}</bdi>
            </span>
          </Link>
        </Fragment>
      ))}
      <ChevronRight className="size-4 flex-none text-ink-3" aria-hidden="true" />
      <b className="font-medium text-ink wrap-anywhere">
        <bdi>{them?.display_name}</bdi>
      </b>
    </nav>
  );
}
