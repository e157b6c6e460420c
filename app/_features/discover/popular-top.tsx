"use client";

import { Flame } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { useBark, useIsDeleted, useWatch } from "@/app/_features/bark/use-bark";
import { howPopular, wordsOf } from "@/app/_features/discover/words";
import { placeholder } from "@/app/_features/pictures/placeholder";
import { Ago } from "@/app/_features/time/time";
import { discover } from "@/app/_words/discover";
import { local, paths } from "@/lib/paths";
import type { PopularStatus } from "@/lib/popular/schema";

/** The first few popular barks, numbered, in their current versions. */
export function PopularTop({ statuses }: { statuses: PopularStatus[] }) {
  return (
    <ol>
      {statuses.map((status, index) => (
        <PopularRow key={status.id} status={status} place={index + 1} />
      ))}
    </ol>
  );
}

function PopularRow({ status, place }: { status: PopularStatus; place: number }) {
  const bark = useBark(status);
  const row = useWatch(bark.id);
  const gone = useIsDeleted(bark.id);
  const { account } = bark;
  const picture = bark.sensitive ? undefined : bark.media_attachments[0];
  if (gone) return null;
  return (
    <li className="border-t border-line first:border-t-0">
      <article
        ref={row}
        className="relative flex flex-wrap gap-3 px-4 py-3 focus-within:bg-paper desk:px-5"
        aria-label={discover.place(place, account.display_name)}
      >
        <span className="w-6 text-title leading-5.5 font-black tracking-[-.03em] text-accent-text tabular-nums">
          {place}
        </span>
        <div className="min-w-0 grow basis-36">
          <p className="flex flex-wrap items-center gap-x-1.5 text-small leading-5.5">
            <Avatar src={account.avatar} size={20} />
            <b className="max-w-full truncate">
              <bdi>{account.display_name}</bdi>
            </b>
            <span className="text-meta text-ink-3">
              <Ago at={bark.created_at} />
              {bark.edited_at && ` · ${discover.edited}`}
            </span>
          </p>
          <Link
            href={paths.bark(account.acct, bark.id)}
            prefetch={false}
            dir="auto"
            lang={bark.language ?? undefined}
            className="mt-0.5 line-clamp-3 text-label leading-5.25 wrap-anywhere after:absolute after:inset-0"
          >
            {wordsOf(bark)}
          </Link>
          <p className="mt-1 flex items-center gap-1 text-meta text-ink-3 tabular-nums">
            <Flame className="size-3.75 flex-none text-accent-text" aria-hidden="true" /> {howPopular(status)}
          </p>
        </div>
        {picture && (
          <img
            src={local(picture.preview_url)}
            alt=""
            loading="lazy"
            decoding="async"
            style={{ backgroundImage: `url("${placeholder(picture.thumbhash)}")` }}
            className="size-18 flex-none rounded-field bg-sunken bg-cover object-cover"
          />
        )}
      </article>
    </li>
  );
}
