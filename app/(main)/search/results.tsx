import { Search, SearchX } from "lucide-react";
import Link from "next/link";
import type { ComponentType, ReactNode } from "react";
import { SearchTopics } from "@/app/(main)/search/topics";
import { countOf, type SearchTab } from "@/app/(main)/search/tabs";
import { buttonClass } from "@/app/_ui/button";
import { Section } from "@/app/_features/discover/section";
import { PersonListItem } from "@/app/_features/people/person-row";
import { SearchBarks } from "@/app/_features/search/barks";
import { marker } from "@/app/_features/search/marked";
import { SearchPeople } from "@/app/_features/search/people";
import { followState } from "@/app/_client/follow-state";
import type { PersonWithFollowState } from "@/app/_client/relationships";
import { search } from "@/app/_words/search";
import { relationships } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";
import { shownName } from "@/lib/settings/reads";
import type { Found } from "@/lib/search/schema";
import { isolated } from "@/lib/text/isolate";

interface ResultsProps {
  q: string;
  tab: SearchTab;
  found: Found;
  viewerId: string | null;
}

/** How many people and topics stand above the barks of the Top tab. */
const AT_TOP = 2;

/** The results of one type, or of all. */
export async function Results({ q, tab, found, viewerId }: ResultsProps) {
  const { accounts, hashtags, statuses } = found;
  const nothing = <Nothing q={q} tab={tab} />;
  if (tab === "topics") return hashtags.length > 0 ? <SearchTopics q={q} topics={hashtags} /> : nothing;
  if (tab === "barks" && viewerId === null) return <ForResidents />;
  if (tab === "barks") return <SearchBarks q={q} first={statuses} viewerId={viewerId} empty={nothing} />;
  if (tab === "people") {
    if (accounts.length === 0) return nothing;
    return <SearchPeople q={q} first={await withStanding(viewerId, accounts)} viewerId={viewerId} />;
  }
  if (accounts.length + hashtags.length + statuses.length === 0) return nothing;
  const people = await withStanding(viewerId, accounts.slice(0, AT_TOP));
  const mark = marker(q, true);
  return (
    <>
      {people.length > 0 && (
        <Part q={q} of="people" found={accounts}>
          <ul>
            {people.map(({ account, standing }) => (
              <PersonListItem
                key={account.id}
                account={account}
                standing={standing}
                joinFirst={viewerId === null}
                mark={mark}
              />
            ))}
          </ul>
        </Part>
      )}
      {hashtags.length > 0 && (
        <Part q={q} of="topics" found={hashtags}>
          <SearchTopics q={q} topics={hashtags.slice(0, AT_TOP)} />
        </Part>
      )}
      {viewerId === null && <ForResidents />}
      {statuses.length > 0 && (
        <Part q={q} of="barks" found={statuses}>
          <SearchBarks q={q} first={statuses} viewerId={viewerId} empty={null} />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  q: string;
  of: Exclude<SearchTab, "top">;
  found: unknown[];
  children: ReactNode;
}

/** The best results of one type; the heading leads to all of them when there are more. */
function Part({ q, of, found, children }: PartProps) {
  const more = of !== "barks" && found.length > AT_TOP;
  return (
    <Section
      id={`found-${of}`}
      title={search.tabs[of]}
      {...(more && { more: { label: search.all(countOf(found)), href: paths.search(q, of) } })}
    >
      {children}
    </Section>
  );
}

async function withStanding(viewerId: string | null, accounts: Account[]): Promise<PersonWithFollowState[]> {
  const ids = accounts.map(({ id }) => id);
  const relations = viewerId === null ? [] : await relationships(viewerId, ids);
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  return accounts.map((account) => ({
    account,
    standing: viewerId === account.id ? null : (standings.get(account.id) ?? "none"),
  }));
}

function Nothing({ q, tab }: { q: string; tab: SearchTab }) {
  const action = tab === "top" ? undefined : { label: search.lookAt, href: paths.search(q) };
  return <Note icon={SearchX} title={search.nothing[tab](isolated(q))} sentence={search.advice} action={action} />;
}

async function ForResidents() {
  const action = { label: search.join(await shownName()), href: paths.join };
  return <Note icon={Search} title={search.signedOut} sentence={search.signedOutWhy} action={action} />;
}

interface NoteProps {
  icon: ComponentType<{ className?: string }>;
  title: string;
  sentence: string;
  action: { label: string; href: string } | undefined;
}

function Note({ icon: Icon, title, sentence, action }: NoteProps) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <Icon className="size-9 text-ink-3" aria-hidden="true" />
      <h2 className="max-w-full text-heading leading-6 font-bold wrap-anywhere">{title}</h2>
      <p className="max-w-80 text-label text-balance text-ink-2">{sentence}</p>
      {action && (
        <Link href={action.href} prefetch={false} replace className={buttonClass({ look: "primary" }, "mt-1")}>
          {action.label}
        </Link>
      )}
    </div>
  );
}
