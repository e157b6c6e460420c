import { nearby } from "@/app/_words/nearby";
import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { FollowButton } from "@/app/_features/people/follow-button";
import { newcomers } from "@/lib/people/reads";
import { paths } from "@/lib/paths";

/** A few new people to follow; shows nothing when the database is unavailable. */
export async function NewInTown({ viewerId }: { viewerId: string | null }) {
  const people = await newcomers(viewerId, 4).catch(() => []);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="new-in-town" className="rounded-card border border-line bg-surface px-4 pt-4 pb-1.5">
      <h2 id="new-in-town" className="mb-1 text-subhead leading-6 font-bold tracking-snug">
        {nearby.newInTown}
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-3 border-t border-line py-2.5 first:border-0">
            <Avatar src={person.avatar} size={40} lazy />
            <Link href={paths.person(person.acct)} prefetch={false} className="min-w-0 flex-1 text-label">
              <b className="block truncate">
                <bdi>{person.display_name}</bdi>
              </b>
              <span className="block truncate text-meta text-ink-3">
                <bdi dir="ltr">@{person.acct}</bdi>
              </span>
            </Link>
            <FollowButton
              person={{ id: person.id, name: person.display_name, locked: person.locked }}
              joinFirst={viewerId === null ? person.avatar : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
