import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { CircleSign } from "@/app/_features/circles/sign";
import type { Somebody } from "@/app/_features/circles/somebody";
import { cx } from "@/app/_ui/cx";
import { FollowButton } from "@/app/_features/people/follow-button";
import type { FollowState } from "@/app/_client/follow-state";
import { paths } from "@/lib/paths";

interface FoundPersonProps {
  person: Somebody;
  standing: FollowState;
  /** Their circle, in lists of several circles. */
  degree?: number | null;
  /** Why they are shown. */
  why?: ReactNode;
  /** The id of the row, to which a picture can link. */
  anchor?: string;
  chosen?: boolean;
  /** Further actions. */
  children?: ReactNode;
}

/** A person whom the viewer may want to know, why they are shown, and the actions for them. */
export function ReachedPerson({ person, standing, degree, why, anchor, chosen = false, children }: FoundPersonProps) {
  const { id, acct, name, avatar, about, locked } = person;
  return (
    <li
      id={anchor}
      className={cx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 overflow-clip border-b border-line px-4 py-3 target:bg-accent-soft desk:px-5",
        chosen && "bg-accent-soft",
      )}
    >
      <Link href={paths.person(acct)} prefetch={false} tabIndex={-1} aria-hidden="true">
        <Avatar src={avatar} />
      </Link>
      <Link href={paths.person(acct)} prefetch={false} className="min-h-11 min-w-0 grow basis-36 wrap-anywhere">
        <span className="flex flex-wrap items-baseline gap-x-1.5 text-label">
          <b>
            <bdi>{name}</bdi>
          </b>
          {degree != null && degree > 1 && <CircleSign degree={degree} />}
        </span>
        <span className="line-clamp-2 text-meta text-ink-3">
          <bdi dir="ltr">@{acct}</bdi>
          {about && (
            <>
              {" "}
              · <bdi>{about}</bdi>
            </>
          )}
        </span>
      </Link>
      <span className="flex flex-wrap items-center justify-end gap-1">
        <FollowButton key={standing} person={{ id, name, locked }} standing={standing} />
        {children}
      </span>
      {why && <div className="-mt-1.5 basis-full ps-14">{why}</div>}
    </li>
  );
}
