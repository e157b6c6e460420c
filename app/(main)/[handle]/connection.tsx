import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { CircleSign } from "@/app/_features/circles/sign";
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

interface ConnectionProps {
  chain: Account[];
  /** What else connects them. */
  children: ReactNode;
}

/** "You → Otter → Fern → them": the chain of follows from the viewer to a person. */
export function Connection({ chain, children }: ConnectionProps) {
  const them = chain.length - 1;
  return (
    <nav aria-labelledby="connection" className="mt-3 rounded-card bg-sunken/60 px-3.5 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h2 id="connection" className="text-label font-bold">
          {words.connection}
        </h2>
        <CircleSign degree={them} />
      </div>
      <ol className="flex flex-wrap items-center gap-x-2 text-label font-medium">
        {chain.map((person, place) => (
          <li key={person.id} className="inline-flex min-w-0 items-center gap-x-2">
            {place > 0 && (
              <ArrowRight className="size-4 flex-none text-accent-mark rtl:-scale-x-100" aria-hidden="true" />
            )}
            {place === 0 || place === them ? (
              <span className="inline-flex min-h-11 min-w-0 items-center gap-2">
                <Somebody person={person} name={place === 0 ? words.you : person.display_name} />
              </span>
            ) : (
              <Link
                href={paths.person(person.acct)}
                prefetch={false}
                className="inline-flex min-h-11 min-w-0 items-center gap-2 hover:underline"
              >
                <Somebody person={person} name={person.display_name} />
              </Link>
            )}
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

function Somebody({ person, name }: { person: Account; name: string }) {
  return (
    <>
      <Avatar src={person.avatar} size={36} />
      <bdi className="wrap-anywhere">{name}</bdi>
    </>
  );
}
