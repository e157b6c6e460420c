"use client";

import { alerts } from "@/app/_words/alerts";
import { strikes } from "@/app/_words/strikes";
import Link from "next/link";
import type { AlertListRow } from "@/app/_features/alerts/model";
import { RequestButtons } from "@/app/_features/alerts/request-buttons";
import { Actions } from "@/app/_features/bark/actions";
import { Contents } from "@/app/_features/bark/contents";
import { difference } from "@/app/_features/bark/difference";
import { useBark } from "@/app/_features/bark/use-bark";
import { FollowButton } from "@/app/_features/people/follow-button";
import type { FollowState } from "@/app/_client/follow-state";
import type { Status } from "@/lib/barks/schema";
import type { EditChange } from "@/lib/notifications/schema";
import { paths } from "@/lib/paths";

interface BodyProps {
  row: AlertListRow;
  viewerId: string;
  /** The viewer's relationship to a new follower; undefined while unknown. */
  standing?: FollowState | undefined;
}

/** The part below the sentence: the bark, its changes, or the actions for a person. */
export function Body({ row, viewerId, standing }: BodyProps) {
  const { type, status, change, people } = row;
  const [person] = people;
  if (type === "follow" || type === "follow_request") {
    if (!person || row.count > 1) return null;
    return (
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <span className="grow basis-32 truncate text-meta text-ink-3">
          <bdi dir="ltr">@{person.acct}</bdi>
        </span>
        {type === "follow" ? (
          <span className="grid min-h-9">
            {standing && (
              <FollowButton
                person={{ id: person.id, name: person.display_name, locked: person.locked }}
                standing={standing}
                offer={alerts.followBack}
              />
            )}
          </span>
        ) : (
          <RequestButtons person={person} />
        )}
      </div>
    );
  }
  if (type === "moderation_warning") {
    return (
      <Link
        href={paths.strikeSettings}
        prefetch={false}
        data-opens
        className="text-label font-bold text-accent-text after:absolute after:inset-0"
      >
        {strikes.read}
      </Link>
    );
  }
  if (!status) return null;
  if (type === "mention" || type === "quote" || type === "status") return <Whole status={status} viewerId={viewerId} />;
  if (type === "update" && change) {
    return (
      <>
        <p dir="auto" className="mt-0.5 text-label leading-5.25 break-words text-ink-2">
          <Changes change={change} />
        </p>
        <Link
          href={paths.history(status.account.acct, status.id)}
          prefetch={false}
          data-opens
          className="text-label font-bold text-accent-text after:absolute after:inset-0"
        >
          {alerts.seeWhatChanged}
        </Link>
      </>
    );
  }
  return <Excerpt status={status} />;
}

/** What somebody wrote, with the buttons to answer it in place. */
function Whole({ status, viewerId }: { status: Status; viewerId: string }) {
  const bark = useBark(status);
  return (
    <div className="mt-0.5">
      <div className="relative">
        <Opens status={bark} label={alerts.openThisBark} />
        <Contents bark={bark} inThread viewerId={viewerId} />
      </div>
      <div className="-mb-2">
        <Actions bark={bark} viewerId={viewerId} />
      </div>
    </div>
  );
}

function Excerpt({ status }: { status: Status }) {
  return (
    <p dir="auto" className="mt-0.5 line-clamp-3 text-label leading-5.25 break-words text-ink-2">
      <Link
        href={paths.bark(status.account.acct, status.id)}
        prefetch={false}
        data-opens
        className="after:absolute after:inset-0"
      >
        {excerpt(status)}
      </Link>
    </p>
  );
}

/** Makes its whole container a link to the bark; links and buttons inside keep their own function. */
function Opens({ status, label }: { status: Status; label: string }) {
  return (
    <Link
      href={paths.bark(status.account.acct, status.id)}
      prefetch={false}
      data-opens
      aria-label={label}
      className="absolute inset-0 content-['']"
    />
  );
}

function Changes({ change: { before, after } }: { change: EditChange }) {
  return difference(before, after).map(({ kind, text }, index) => {
    if (kind === "same") return <span key={index}>{text}</span>;
    const Mark = kind;
    return (
      <Mark key={index}>
        <span className="sr-only">{kind === "ins" ? " added: " : " removed: "}</span>
        {text}
      </Mark>
    );
  });
}

/** The first words of a bark, or a description of its pictures. */
function excerpt({ text, spoiler_text: note, media_attachments: pictures }: Status): string {
  if (note !== "") return note;
  if (text) return text;
  return pictures.length === 1 ? alerts.picture : `${pictures.length} pictures`;
}
