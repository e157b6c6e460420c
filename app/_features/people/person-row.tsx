import type { ReactNode } from "react";
import { FollowButton } from "@/app/_features/people/follow-button";
import { PersonLine } from "@/app/_features/people/person-line";
import type { FollowState } from "@/app/_client/follow-state";
import type { Account } from "@/lib/people/schema";

interface PersonRowProps {
  account: Account;
  /** The first words of a bio. */
  about?: string;
  /** Null for strangers and for oneself: no button. */
  standing: FollowState | null;
  /** Among what a search found: marks what was searched for. */
  mark?: (text: string) => ReactNode;
}

/** Somebody in a list whom one may follow. */
export function PersonListItem({ account, about, standing, mark }: PersonRowProps) {
  return (
    <PersonLine account={account} detail={about && mark ? mark(about) : about} {...(mark && { mark })}>
      {standing !== null && (
        <FollowButton
          person={{ id: account.id, name: account.display_name, locked: account.locked }}
          standing={standing}
        />
      )}
    </PersonLine>
  );
}
