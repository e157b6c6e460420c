import type { CircleEntry, CircleRow, HabitRow, Starter, Suggestion } from "@/lib/circles/schema";
import type { Account } from "@/lib/people/schema";
import { stripMarkup } from "@/lib/text/strip-markup";

/** Rows of a circle with their accounts; people who were deleted in the meantime are left out. */
export function toCircle(rows: CircleRow[], degree: number, accounts: Map<string, Account>): CircleEntry[] {
  return rows.flatMap(({ id, ways, known, sampled }) => {
    const account = accounts.get(id);
    const followers = known.flatMap((follower) => accounts.get(follower) ?? []);
    return account ? [{ account, degree, known_followers: followers, known_followers_count: ways, sampled }] : [];
  });
}

/** A suggestion of somebody followed by people the viewer follows. */
export function toSuggestion({ account, known_followers, known_followers_count }: CircleEntry): Suggestion {
  return {
    source: "past_interactions",
    sources: ["friends_of_friends"],
    account,
    known_followers,
    known_followers_count,
  };
}

/** A suggestion of a popular person, for viewers who follow few people. */
export function toPopular(account: Account): Suggestion {
  return { source: "global", sources: ["most_followed"], account, known_followers: [], known_followers_count: 0 };
}

/** For how many people the same habit is a reason: more would not tell them apart. */
const ALIKE = 2;

/**
 * Suggested people, each with the reason that says most: who of the viewer's people follows them, being liked most of
 * these, a topic of their own, pictures, answering others, what they say of themselves, and otherwise their followers.
 */
export function toStarters(people: Suggestion[], habits: HabitRow[]): Starter[] {
  const byId = new Map(habits.map((row) => [row.id, row]));
  const mostLiked = Math.max(1, ...habits.map(({ likes }) => likes));
  const taken = new Set<string>();
  const said = { pictures: 0, answers: 0 };
  return people.map(({ account, known_followers: known, known_followers_count: count }) => {
    const habit = byId.get(account.id);
    const because = (reason: Starter["reason"]): Starter => ({ account, reason });
    if (known.length > 0) {
      return because({ kind: "known", names: known.map((person) => person.display_name || person.username), count });
    }
    if (habit?.likes === mostLiked) return because({ kind: "liked" });
    // The same topic twice would not tell these people apart.
    if (habit?.topic && !taken.has(habit.topic)) {
      taken.add(habit.topic);
      return because({ kind: "topic", topic: habit.topic });
    }
    const has = { pictures: (habit?.pictures ?? 0) >= 5, answers: (habit?.replies ?? 0) >= 8 };
    for (const kind of ["pictures", "answers"] as const) {
      if (has[kind] && said[kind]++ < ALIKE) return because({ kind });
    }
    const words = stripMarkup(account.note);
    if (words !== "") return because({ kind: "bio", words });
    return because({ kind: "followers", count: account.followers_count });
  });
}
