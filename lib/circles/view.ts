import type { CircleEntry, CircleRow, HabitRow, Starter, Suggestion } from "@/lib/circles/schema";
import type { Account } from "@/lib/people/schema";

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

/**
 * Suggested people, each with the reason that says most: who of the viewer's people follows them, a topic of their own,
 * being liked most of these, pictures, answering others, and otherwise their followers.
 */
export function toStarters(people: Suggestion[], habits: HabitRow[]): Starter[] {
  const byId = new Map(habits.map((row) => [row.id, row]));
  const mostLiked = Math.max(1, ...habits.map(({ likes }) => likes));
  const taken = new Set<string>();
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
    if (habit && habit.pictures >= 5) return because({ kind: "pictures" });
    if (habit && habit.replies >= 8) return because({ kind: "answers" });
    return because({ kind: "followers", count: account.followers_count });
  });
}
