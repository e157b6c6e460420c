import { Empty } from "@/app/_ui/empty";
import { PersonListItem } from "@/app/_features/people/person-row";
import { followState } from "@/app/_client/follow-state";
import { profile as words } from "@/app/_words/profile";
import { BackBar } from "@/app/_ui/top-bar";
import { MorePeople } from "@/app/(main)/[handle]/more-people";
import { getViewer } from "@/lib/auth/session";
import { relationships, type AccountPage } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";

interface PeopleListProps {
  person: Account;
  title: string;
  /** The API path of further pages. */
  path: string;
  page: AccountPage;
  empty: string;
}

/** A list of followers, or of followed people. */
export async function PeopleList({ person, title, path, page, empty }: PeopleListProps) {
  const viewer = await getViewer();
  const relations = viewer
    ? await relationships(
        viewer.id,
        page.accounts.map((account) => account.id),
      )
    : [];
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  return (
    <>
      <BackBar title={title} detail={`@${person.acct}`} />
      {page.accounts.length === 0 && <Empty faces={[person.avatar]} title={words.nobodyYet} sentence={empty} />}
      <ul>
        {page.accounts.map((account) => (
          <PersonListItem
            key={account.id}
            account={account}
            standing={viewer?.id === account.id ? null : (standings.get(account.id) ?? "none")}
            joinFirst={viewer === null}
          />
        ))}
      </ul>
      {page.next && <MorePeople path={path} next={page.next} viewerId={viewer?.id ?? null} />}
    </>
  );
}
