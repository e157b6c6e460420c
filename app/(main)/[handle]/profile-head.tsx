import { formatDate } from "@/app/_client/format-date";
import { CalendarDays, Lock, Mail, UsersRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Connection } from "@/app/(main)/[handle]/connection";
import { Fields } from "@/app/(main)/[handle]/profile-fields";
import { FeaturedTopics } from "@/app/(main)/[handle]/featured-topics";
import { KnownFollowers } from "@/app/(main)/[handle]/known-followers";
import { PROFILE_NAME, ProfileBar } from "@/app/(main)/[handle]/profile-bar";
import { ShareProfile } from "@/app/(main)/[handle]/share-profile";
import { packs as packWords } from "@/app/_words/packs";
import { Avatar } from "@/app/_ui/avatar";
import { BackButton } from "@/app/_ui/back-button";
import { buttonClass } from "@/app/_ui/button";
import { short } from "@/app/_ui/count";
import { FollowButton } from "@/app/_features/people/follow-button";
import { LinkedText } from "@/app/_features/bark/bark-text";
import { PersonMenu } from "@/app/_features/moderation/person-menu";
import { profile as words } from "@/app/_words/profile";
import { stripMarkupKeepLines } from "@/lib/text/strip-markup";
import { OwnPlaces } from "@/app/_features/shell/nav-items";
import { followState } from "@/app/_client/follow-state";
import type { Account, FamiliarFollowers, Relationship } from "@/lib/people/schema";
import type { FeaturedTag } from "@/lib/topics/schema";
import { local, paths } from "@/lib/paths";

interface ProfileHeadProps {
  person: Account;
  viewerId: string | null;
  relationship: Relationship | undefined;
  familiar: FamiliarFollowers | undefined;
  /** The chain of follows from the viewer to a person they do not follow. */
  chain: Account[] | null;
  /** How many starter packs they made. */
  packs: number;
  /** The topics they feature. */
  tags: FeaturedTag[];
  /** Whether the viewer takes part in running the town. */
  runsTown: boolean;
}

/** The top of a profile: pictures, bio, counters, and the viewer's relationship to the person. */
export function ProfileHead({
  person,
  viewerId,
  relationship,
  familiar,
  chain,
  packs,
  tags,
  runsTown,
}: ProfileHeadProps) {
  const follow = viewerId !== person.id && {
    person: { id: person.id, name: person.display_name, locked: person.locked },
    standing: followState(relationship),
    joinFirst: viewerId === null ? person.avatar : undefined,
  };
  const known = familiar && familiar.accounts.length > 0 && <KnownFollowers familiar={familiar} handle={person.acct} />;
  return (
    <>
      <ProfileBar name={person.display_name}>{follow && <FollowButton {...follow} />}</ProfileBar>
      <div className="relative">
        <img
          src={local(person.header)}
          alt=""
          width={1200}
          height={400}
          fetchPriority="high"
          className="aspect-[3.2] w-full bg-sunken object-cover"
        />
        {/* In pixels: the picture beside it, over which it must not grow, depends on the width of the page. */}
        <BackButton className="absolute top-2 inset-s-2 z-1 size-[44px]! bg-veil-66 text-on-veil" />
      </div>
      <section aria-label={person.display_name} className="px-4 pb-3 desk:px-5">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <Avatar src={person.avatar} size={88} className="relative -mt-[min(3rem,12vw)] ring-4 ring-surface" />
          <div className="flex flex-wrap justify-end gap-2 pt-3">
            <ShareProfile handle={person.acct} name={person.display_name} />
            {viewerId === person.id && (
              <Link href={paths.profileSettings} className={buttonClass({ look: "outline" })}>
                {words.edit}
              </Link>
            )}
            {viewerId !== null && viewerId !== person.id && !relationship?.blocking && (
              <Link
                href={paths.messageTo(person.id)}
                prefetch={false}
                aria-label={words.message(person.display_name)}
                className={buttonClass({ look: "outline" }, "w-11 px-0!")}
              >
                <Mail className="size-5" aria-hidden="true" />
              </Link>
            )}
            {relationship && <PersonMenu person={person} relationship={relationship} />}
            {follow && <FollowButton key={follow.standing} size="normal" {...follow} />}
          </div>
        </div>
        <h1
          id={PROFILE_NAME}
          className="mt-2 overflow-clip flex flex-wrap items-center gap-x-2 text-display font-bold tracking-title wrap-anywhere"
        >
          <bdi>{person.display_name}</bdi>
          {person.locked && <Lock className="size-5 flex-none text-ink-3" role="img" aria-label={words.locked} />}
        </h1>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-ink-3">
          <bdi dir="ltr">@{person.acct}</bdi>
          {person.bot && <Tag>{words.automated}</Tag>}
          {relationship?.followed_by && <Tag>{words.followsYou}</Tag>}
          {relationship?.requested_by && <Tag>{words.asksToFollow}</Tag>}
        </p>
        {person.note && (
          <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">
            <LinkedText text={stripMarkupKeepLines(person.note)} />
          </p>
        )}
        <Fields fields={person.fields} />
        {!relationship?.blocking && <FeaturedTopics tags={tags} name={person.display_name} />}
        <p className="mt-2 flex items-center gap-2 text-label text-ink-3">
          <CalendarDays className="size-4.5" aria-hidden="true" /> {words.joined(joined(person))}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-5 text-label">
          <Count of={person.following_count} what={words.followingWord} href={paths.following(person.acct)} />
          <Count
            of={person.followers_count}
            what={words.followersWord(person.followers_count)}
            href={paths.followers(person.acct)}
          />
        </p>
        {packs > 0 && (
          <Link
            href={paths.packsOf(person.acct)}
            prefetch={false}
            className="inline-flex min-h-11 items-center gap-2 text-label text-ink-2 hover:underline"
          >
            <UsersRound className="size-4.5 text-ink-3" aria-hidden="true" />
            {packWords.count(packs)}
          </Link>
        )}
        {chain ? <Connection chain={chain}>{known}</Connection> : known}
      </section>
      {viewerId === person.id && <OwnPlaces runsTown={runsTown} />}
    </>
  );
}

function Tag({ children }: { children: ReactNode }) {
  return <span className="rounded-pill bg-sunken px-2 text-meta font-medium text-ink-2">{children}</span>;
}

function Count({ of, what, href }: { of: number; what: string; href: string }) {
  return (
    <Link href={href} className="inline-flex min-h-9 items-center gap-1 text-ink-2 hover:underline">
      <b data-count className="text-ink tabular-nums">
        <span aria-hidden="true">{short(of)}</span>
        <span className="sr-only">{of}</span>
      </b>{" "}
      {what}
    </Link>
  );
}

function joined(person: Account): string {
  return formatDate(Date.parse(person.created_at), { month: "long", year: "numeric" }, "UTC");
}
