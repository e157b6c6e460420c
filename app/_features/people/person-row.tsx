import type { ReactNode } from "react";
import { FollowButton } from "@/app/_features/people/follow-button";
import { PersonLine } from "@/app/_features/people/person-line";
import type { FollowState } from "@/app/_client/follow-state";
import type { Account } from "@/lib/people/schema";

interface PersonRowProps {
  account: Account;
  /** The beginning of a bio. */
  about?: string;
  /** Null for oneself: no button. */
  standing: FollowState | null;
  /** The viewer is signed out: the button asks them to join. */
  joinFirst?: boolean;
  /** In search results: marks the words that were searched for. */
  mark?: (text: string) => ReactNode;
}

/** A person in a list, with a follow button. */
export function PersonListItem({ account, about, standing, joinFirst = false, mark }: PersonRowProps) {
  return (
    <PersonLine account={account} detail={about && mark ? mark(about) : about} {...(mark && { mark })}>
      {standing !== null && (
        <FollowButton
          person={{ id: account.id, name: account.display_name, locked: account.locked }}
          standing={standing}
          joinFirst={joinFirst ? account.avatar : undefined}
        />
      )}
    </PersonLine>
  );
}
