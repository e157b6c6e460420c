import { accountFacts } from "@/lib/account/reads";
import { circlePage, suggestions } from "@/lib/circles/reads";
import { filtersOf } from "@/lib/filters/reads";
import { MAX_ID } from "@/lib/ids";
import { alertsPage, unreadCount } from "@/lib/notifications/reads";
import { findVisiblePerson, followersPage, listAccounts, newcomers, relationships } from "@/lib/people/reads";
import { likersPage, likesPage } from "@/lib/reactions/reads";
import { SearchQuery } from "@/lib/search/input";
import { search } from "@/lib/search/reads";
import { contextOf } from "@/lib/threads/reads";
import { graphIds } from "@/lib/timelines/graph";
import { personPage, publicPage, topicPage } from "@/lib/timelines/reads";
import { readStatuses } from "@/lib/barks/reads";
import { trendsFor } from "@/lib/trends/reads";

/** A person as whom pages are read, and the bark and profile they open. */
export interface PageReader {
  personId: string;
  barkId: string;
  authorId: string;
}

const PAGE = { limit: 20 };
const NEWEST = { max: MAX_ID, min: "0", ascending: false, limit: 20 };
const READERS = 5;

/** Somebody who does not exist: in an empty town, pages are read for them, and the same queries planned. */
const NOBODY: PageReader = { personId: "0", barkId: "0", authorId: "0" };

/** The authors of the newest public barks, each with the next one's bark; where there are none, nobody. */
export async function sampleReaders(): Promise<PageReader[]> {
  const barks = await publicPage(null, PAGE);
  if (barks.length === 0) return [NOBODY];
  return barks.slice(0, READERS).map(({ account }, index) => {
    const other = barks[(index + 1) % barks.length];
    return { personId: account.id, barkId: other?.id ?? "", authorId: other?.account.id ?? account.id };
  });
}

/** The pages that people open most. Reading them has no visible effect. */
export const PAGES: Record<string, (reader: PageReader) => Promise<unknown>> = {
  home: async ({ personId }) => readStatuses(personId, await graphIds("home", NEWEST, personId)),
  town: ({ personId }) => publicPage(personId, PAGE),
  alerts: ({ personId }) => alertsPage(personId, PAGE),
  unread: ({ personId }) => unreadCount(personId, 100, {}, {}),
  suggestions: ({ personId }) => suggestions(personId, 10),
  trends: ({ personId }) => trendsFor(personId, { limit: 10, offset: 0, personal: true }),
  filters: ({ personId }) => filtersOf(personId),
  account: ({ personId }) => accountFacts(personId),
  relationships: ({ personId, authorId }) => relationships(personId, [authorId]),
  accounts: ({ personId, authorId }) => listAccounts(personId, [authorId], "named"),
  profile: ({ personId, authorId }) => findVisiblePerson(personId, authorId),
  "profile's barks": ({ personId, authorId }) => personPage(personId, authorId, PAGE),
  followers: ({ personId, authorId }) => followersPage(authorId, PAGE, personId),
  thread: ({ personId, barkId }) => contextOf(personId, barkId),
  likers: ({ personId, barkId }) => likersPage(personId, barkId, PAGE),
  likes: ({ personId }) => likesPage(personId, personId, PAGE),
  topic: ({ personId }) => topicPage(personId, "river", PAGE),
  newcomers: ({ personId }) => newcomers(personId, 10),
  search: ({ personId }) => search(personId, SearchQuery.parse({ q: "river" })),
  circle: ({ personId }) => circlePage(personId, 2, 20),
};
