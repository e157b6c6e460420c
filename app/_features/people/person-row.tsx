import type { ReactNode } from "react";
import { FollowButton } from "@/app/_features/people/follow-button";
import { PersonLine } from "@/app/_features/people/person-line";
import type { FollowState } from "@/app/_client/follow-state";
import type { Account } from "@/lib/people/schema";
import { stripMarkup } from "@/lib/text/strip-markup";

interface PersonRowProps {
  account: Account;
  /** Null for oneself: no button. */
  standing: FollowState | null;
  /** The viewer is signed out: the button asks them to join. */
  joinFirst?: boolean;
  /** In search results: marks the words that were searched for. */
  mark?: (text: string) => ReactNode;
}

/** A person in a list, with the beginning of their bio and a follow button. */
export function PersonListItem({ account, standing, joinFirst = false, mark }: PersonRowProps) {
  const bio = stripMarkup(account.note);
  return (
    <PersonLine account={account} detail={mark ? mark(bio) : bio} {...(mark && { mark })}>
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
