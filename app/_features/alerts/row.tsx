"use client";

import {
  AtSign,
  Bell,
  ChartBarBig,
  Heart,
  MessageCircle,
  PencilLine,
  Quote,
  Repeat2,
  Scale,
  UserRoundPlus,
} from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { type AlertListRow, names } from "@/app/_features/alerts/model";
import { Body } from "@/app/_features/alerts/row-body";
import { sentenceOf } from "@/app/_features/alerts/words";
import { Avatar } from "@/app/_ui/avatar";
import { fill } from "@/app/_ui/fill";
import { cx } from "@/app/_ui/cx";
import type { FollowState } from "@/app/_client/follow-state";
import { Ago } from "@/app/_features/time/time";
import { alerts as words } from "@/app/_words/alerts";
import { paths } from "@/lib/paths";

interface AlertRowProps {
  row: AlertListRow;
  viewerId: string;
  unread: boolean;
  standing?: FollowState | undefined;
}

/** One row: what happened, by whom, and to which bark. */
export function AlertRow({ row, viewerId, unread, standing }: AlertRowProps) {
  // Nobody did anything when a poll ended, and a measure of the staff names only the viewer.
  const { named, others } = isNobodys(row) ? { named: [], others: 0 } : names(row);
  const sentence = sentenceOf(row, viewerId);
  const spoken = sentence.replace("{people}", () => who(named, others));
  return (
    <article
      tabIndex={0}
      data-row={row.key}
      aria-label={unread ? words.unreadRow(spoken) : spoken}
      className={cx(
        "relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-b border-line px-4 py-3.5 focus-visible:-outline-offset-2 desk:px-5",
        unread &&
          "bg-[color-mix(in_srgb,var(--accent-soft)_42%,var(--surface))] before:absolute before:inset-y-0 before:inset-s-0 before:w-[3px] before:bg-accent",
      )}
    >
      <span className="grid h-7 place-items-center text-accent-mark" aria-hidden="true">
        <Sign row={row} viewerId={viewerId} />
      </span>
      <div className="min-w-0">
        <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="inline-flex flex-wrap">
            {(row.type === "moderation_warning" ? [] : row.people).slice(0, 4).map((person, index) => (
              <Link
                key={person.id}
                href={paths.person(person.acct)}
                prefetch={false}
                aria-label={person.display_name}
                className={cx("relative -my-2 py-2", index > 0 && "-ms-2")}
              >
                <Avatar
                  src={person.avatar}
                  size={28}
                  className={
                    unread
                      ? "ring-2 ring-[color-mix(in_srgb,var(--accent-soft)_42%,var(--surface))]"
                      : "ring-2 ring-surface"
                  }
                />
              </Link>
            ))}
          </span>
          <span className="ms-auto text-meta text-ink-3">
            <Ago at={row.at} />
          </span>
        </div>
        <p className="mt-1.5 text-label leading-5.25 break-words">
          {fill(sentence, { people: <Who named={named} others={others} /> })}
        </p>
        <Body row={row} viewerId={viewerId} standing={standing} />
      </div>
    </article>
  );
}

const isNobodys = ({ type }: AlertListRow) => type === "poll" || type === "moderation_warning";

function who(named: string[], others: number): string {
  const people = named.join(", ");
  if (others === 0) return people;
  return words.peopleAndOthers.replace("{people}", () => people).replace("{others}", words.others(others));
}

function Who({ named, others }: { named: string[]; others: number }) {
  const people = (
    <b>
      {named.map((name, index) => (
        <Fragment key={index}>
          {index > 0 && ", "}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
    </b>
  );
  return others === 0 ? people : fill(words.peopleAndOthers, { people, others: <b>{words.others(others)}</b> });
}

const SIGNS = {
  favourite: Heart,
  reblog: Repeat2,
  follow: UserRoundPlus,
  follow_request: UserRoundPlus,
  quote: Quote,
  status: Bell,
  update: PencilLine,
  mention: MessageCircle,
  poll: ChartBarBig,
  moderation_warning: Scale,
} as const;

function Sign({ row, viewerId }: { row: AlertListRow; viewerId: string }) {
  if (row.type === "emoji_reaction") {
    return <span className="text-2xl leading-none">{row.reactions?.[0]?.name}</span>;
  }
  const direct = row.type === "mention" && row.status?.in_reply_to_account_id !== viewerId;
  const Icon = direct ? AtSign : SIGNS[row.type];
  return <Icon className={cx("size-6", row.type === "favourite" && "fill-current")} />;
}
