import { isolated } from "@/lib/text/isolate";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { SearchTopics } from "@/app/(main)/search/topics";
import type { SearchTab } from "@/app/(main)/search/tabs";
import { buttonClass } from "@/app/_ui/button";
import { SearchBarks } from "@/app/_features/search/barks";
import { SearchPeople } from "@/app/_features/search/people";
import { followState } from "@/app/_client/follow-state";
import { relationships } from "@/lib/people/reads";
import { paths } from "@/lib/paths";
import type { Found } from "@/lib/search/schema";

interface ResultsProps {
  q: string;
  tab: SearchTab;
  found: Found;
  viewerId: string | null;
}

/** The results of one type. */
export async function Results({ q, tab, found, viewerId }: ResultsProps) {
  if (tab === "barks" && viewerId === null) return <ForResidents />;
  const nothing = <Nothing q={q} tab={tab} />;
  if (tab === "topics") return found.hashtags.length > 0 ? <SearchTopics q={q} topics={found.hashtags} /> : nothing;
  if (tab === "barks") {
    return <SearchBarks q={q} first={found.statuses} viewerId={viewerId} empty={nothing} />;
  }
  if (found.accounts.length === 0) return nothing;
  const ids = found.accounts.map(({ id }) => id);
  const relations = viewerId === null ? [] : await relationships(viewerId, ids);
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  const people = found.accounts.map((account) => ({
    account,
    standing: viewerId === null || viewerId === account.id ? null : (standings.get(account.id) ?? "none"),
  }));
  return <SearchPeople q={q} first={people} viewerId={viewerId} />;
}

const OTHER: Record<SearchTab, { tab: SearchTab; label: string }> = {
  people: { tab: "barks", label: "Look among barks" },
  barks: { tab: "people", label: "Look among people" },
  topics: { tab: "barks", label: "Look among barks" },
};

function Nothing({ q, tab }: { q: string; tab: SearchTab }) {
  const other = OTHER[tab];
  return (
    <Note
      title={`No ${tab} for ${isolated(q)}`}
      sentence="Fewer or other words may find more."
      action={{ label: other.label, href: paths.search(q, other.tab) }}
    />
  );
}

function ForResidents() {
  return (
    <Note
      title="Barks are searched from inside"
      sentence="Join Barker, and you find every public bark by its words."
      action={{ label: "Join Barker", href: paths.join }}
    />
  );
}

interface NoteProps {
  title: string;
  sentence: string;
  action: { label: string; href: string };
}

function Note({ title, sentence, action }: NoteProps) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <SearchX className="size-9 text-ink-3" aria-hidden="true" />
      <h2 className="max-w-full text-heading leading-6 font-bold wrap-anywhere">{title}</h2>
      <p className="max-w-80 text-label text-balance text-ink-2">{sentence}</p>
      <Link href={action.href} prefetch={false} replace className={buttonClass({ look: "primary" }, "mt-1")}>
        {action.label}
      </Link>
    </div>
  );
}
