import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { personAt } from "@/app/(main)/[handle]/person";
import { local } from "@/app/_ui/api";
import { Avatar } from "@/app/_ui/avatar";
import { BackButton } from "@/app/_ui/back-button";
import { BarkText } from "@/app/_ui/bark-text";
import { buttonClass } from "@/app/_ui/button";
import { FloatingBark } from "@/app/_ui/compose";
import { short } from "@/app/_ui/count";
import { Empty } from "@/app/_ui/empty";
import { Feed } from "@/app/_ui/feed";
import { FollowButton } from "@/app/_ui/follow-button";
import { plain } from "@/app/_ui/plain";
import { getViewer } from "@/lib/auth/session";
import { relationships } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";
import { personPage } from "@/lib/timelines/reads";

interface Params {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const person = await personAt((await params).handle);
  const description = plain(person.note) || `Barks of ${person.display_name}.`;
  return {
    title: `${person.display_name} (@${person.acct})`,
    description,
    alternates: { canonical: paths.person(person.acct) },
    openGraph: {
      type: "profile",
      title: person.display_name,
      description,
      images: [local(person.avatar)],
      username: person.acct,
    },
  };
}

/** Somebody's page: who they are, and their barks. */
export default async function Profile({ params }: Params) {
  const [person, viewer] = await Promise.all([personAt((await params).handle), getViewer()]);
  const [statuses, [relationship]] = await Promise.all([
    personPage(person.id, { limit: 20 }),
    viewer ? relationships(viewer.id, [person.id]) : [],
  ]);
  const own = viewer?.id === person.id;
  return (
    <>
      <div className="relative">
        <img
          src={local(person.header)}
          alt=""
          width={1200}
          height={400}
          className="aspect-[3.2] w-full bg-sunken object-cover"
        />
        <BackButton className="absolute top-2 left-2 bg-[rgb(20_17_22/.66)] text-[#fff]" />
      </div>
      <section aria-label={person.display_name} className="border-b border-line px-4 pb-4 desk:px-5">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <Avatar src={person.avatar} size={88} className="relative -mt-12 ring-4 ring-surface" />
          <div className="pt-3">
            {own ? (
              <Link href={paths.settings} className={buttonClass({ look: "outline" })}>
                Settings
              </Link>
            ) : (
              viewer && (
                <FollowButton
                  size="normal"
                  person={{ id: person.id, name: person.display_name }}
                  following={relationship?.following ?? false}
                />
              )
            )}
          </div>
        </div>
        <h1 className="mt-2 text-display font-bold tracking-[-.02em]">{person.display_name}</h1>
        <p className="flex flex-wrap items-center gap-x-2 text-label text-ink-3">
          @{person.acct}
          {relationship?.followed_by && (
            <span className="rounded-pill bg-sunken px-2 text-meta font-medium text-ink-2">Follows you</span>
          )}
        </p>
        {person.note && (
          <p className="mt-2">
            <BarkText text={plain(person.note)} people={[]} />
          </p>
        )}
        <p className="mt-2 flex items-center gap-2 text-label text-ink-3">
          <CalendarDays className="size-4.5" aria-hidden="true" /> Joined {joined(person)}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-5 text-label">
          <Count of={person.following_count} what="following" href={paths.following(person.acct)} />
          <Count
            of={person.followers_count}
            what={person.followers_count === 1 ? "follower" : "followers"}
            href={paths.followers(person.acct)}
          />
        </p>
      </section>
      <Feed
        key={person.id}
        name={`person:${person.id}`}
        label={`Barks of ${person.display_name}`}
        path={`/api/v1/accounts/${person.id}/statuses`}
        first={statuses}
        viewerId={viewer?.id ?? null}
        authorId={person.id}
        empty={
          <Empty
            faces={[person.avatar]}
            title="No barks yet"
            sentence={
              own
                ? "Say what is going on where you are. One line is plenty."
                : `${person.display_name} has not barked yet.`
            }
          />
        }
      />
      {viewer && <FloatingBark />}
    </>
  );
}

function Count({ of, what, href }: { of: number; what: string; href: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center gap-1 text-ink-2 hover:underline"
      aria-label={`${of} ${what}`}
    >
      <b className="text-ink tabular-nums">{short(of)}</b> {what}
    </Link>
  );
}

function joined(person: Account): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(person.created_at),
  );
}
