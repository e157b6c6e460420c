import { send } from "@/app/_client/api";
import { short } from "@/app/_ui/count";
import type { TypedToken } from "@/app/_features/compose/token";
import { topics as topicWords } from "@/app/_words/topics";
import type { Account } from "@/lib/people/schema";
import type { FoundTopic } from "@/lib/search/schema";

/** A person or a topic that may be meant. */
export interface Completion {
  /** The text after the sign. */
  name: string;
  title: string;
  note: string;
  /** Null for a topic. */
  picture: string | null;
}

const MAX_SUGGESTIONS = 5;
const answers = new Map<string, Promise<Completion[]>>();

/** Suggestions for the beginning of a mention or a topic: for "@" alone followed people, for "#" alone none. */
export function find(kind: TypedToken["kind"], query: string): Promise<Completion[]> {
  const key = kind + query.toLowerCase();
  const known = answers.get(key);
  if (known) return known;
  const answer = (kind === "person" ? people(query) : topics(query)).then((list) => {
    if (list === null) answers.delete(key);
    return list ?? [];
  });
  if (answers.size > 200) answers.clear();
  answers.set(key, answer);
  return answer;
}

async function people(query: string): Promise<Completion[] | null> {
  const search = new URLSearchParams({ q: query, limit: String(MAX_SUGGESTIONS), resolve: "false" });
  if (query === "") search.set("following", "true");
  const outcome = await send<Account[]>(`/api/v1/accounts/search?${search}`);
  if (!outcome.ok) return null;
  return outcome.value.map(({ acct, display_name, avatar }) => ({
    name: acct,
    title: display_name,
    note: `@${acct}`,
    picture: avatar,
  }));
}

async function topics(query: string): Promise<Completion[] | null> {
  if (query === "") return [];
  const outcome = await send<FoundTopic[]>(`/api/v1/barker/topics?${new URLSearchParams({ q: query })}`);
  if (!outcome.ok) return null;
  return outcome.value.slice(0, MAX_SUGGESTIONS).map(({ name, barks_count: barks }) => ({
    name,
    title: `#${name}`,
    note: topicWords.barkCount(barks, short(barks)),
    picture: null,
  }));
}
