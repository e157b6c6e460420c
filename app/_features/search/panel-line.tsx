import type { Hash } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { paths } from "@/lib/paths";
import type { Account } from "@/lib/people/schema";

/** The look of a line of the panel. */
export const PANEL_LINE =
  "flex min-h-12 w-full items-center gap-3 rounded-field px-2.5 py-1.5 text-label hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2";

interface PanelLineProps {
  href: string;
  chosen: () => void;
  picture: ReactNode;
  children: ReactNode;
}

/** A line of the panel that leads somewhere; arrow keys reach it. */
export function PanelLine({ href, chosen, picture, children }: PanelLineProps) {
  return (
    <li>
      <Link href={href} prefetch={false} data-found onClick={chosen} className={PANEL_LINE}>
        {picture}
        <span className="min-w-0 flex-1">{children}</span>
      </Link>
    </li>
  );
}

interface FoundPersonProps {
  person: Account;
  chosen: () => void;
  /** Marks what was found in a name. */
  mark?: (text: string) => ReactNode;
}

/** A line of the panel that leads to somebody. */
export function FoundPerson({ person, chosen, mark }: FoundPersonProps) {
  const { acct, avatar, display_name: name } = person;
  return (
    <PanelLine href={paths.person(acct)} chosen={chosen} picture={<Avatar src={avatar} size={36} />}>
      <b className="block truncate">
        <bdi>{mark ? mark(name) : name}</bdi>
      </b>
      <span className="block truncate text-meta text-ink-3">
        <bdi dir="ltr">@{mark ? mark(acct) : acct}</bdi>
      </span>
    </PanelLine>
  );
}

/** The sign of a line that is not a person’s. */
export function PanelSign({ of: Icon }: { of: typeof Hash }) {
  return (
    <span className="grid size-9 flex-none place-items-center rounded-avatar bg-accent-soft text-accent-mark">
      <Icon className="size-4.5" aria-hidden="true" />
    </span>
  );
}
