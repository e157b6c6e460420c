import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Chip } from "@/app/(main)/town-hall/parts";
import { FullDate } from "@/app/_features/time/time";
import { Avatar } from "@/app/_ui/avatar";
import { fill } from "@/app/_ui/fill";
import { townHall as words } from "@/app/_words/town-hall";
import { paths } from "@/lib/paths";
import type { ManagedRow } from "@/lib/strikes/schema";

/** What is in force against somebody, and whether they are staff. */
export function States({ managed }: { managed: ManagedRow }) {
  const { suspended, limited, disabled, sensitized, staff } = managed;
  const isStaff = staff.owner || staff.rights.length > 0;
  return (
    <>
      {isStaff && <Chip>{staff.owner ? words.owner : words.state.staff}</Chip>}
      {suspended && <Chip loud>{words.state.suspended}</Chip>}
      {disabled && <Chip loud>{words.state.disabled}</Chip>}
      {limited && <Chip loud>{words.state.silenced}</Chip>}
      {sensitized && <Chip loud>{words.state.sensitized}</Chip>}
    </>
  );
}

interface PersonCardProps {
  managed: ManagedRow;
  href: string;
  detail: string;
}

/** The person whom a report or a page of the town hall is about. */
export function PersonCard({ managed, href, detail }: PersonCardProps) {
  const { person } = managed;
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-11 flex-wrap items-center gap-3 border-b border-line px-4 py-3 -outline-offset-2 desk:px-5"
    >
      <Avatar src={paths.portrait(person.portrait)} />
      <span className="min-w-0 flex-1 basis-40">
        <span className="flex flex-wrap items-baseline gap-x-1.5 text-label">
          <b className="wrap-anywhere">
            <bdi>{person.name}</bdi>
          </b>
          <span dir="ltr" className="text-small wrap-anywhere text-ink-3">
            <bdi dir="ltr">@{person.handle}</bdi>
          </span>
        </span>
        <span className="block text-meta text-ink-2">
          {fill(words.since, { when: <FullDate at={new Date(person.at).toISOString()} /> })} · {detail}
        </span>
        <span className="mt-1 flex flex-wrap gap-1.5">
          <States managed={managed} />
        </span>
      </span>
      <ChevronRight className="size-5 flex-none text-ink-3" aria-hidden="true" />
    </Link>
  );
}
