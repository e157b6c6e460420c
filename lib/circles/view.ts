import type { CircleEntry, CircleRow, Suggestion } from "@/lib/circles/schema";
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
