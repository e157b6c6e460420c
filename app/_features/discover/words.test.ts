import { expect, test } from "vitest";
import { whySuggested } from "@/app/_features/discover/words";
import type { Account } from "@/lib/people/schema";

const account = (name: string, followers = 0) =>
  ({ id: name, username: name.toLowerCase(), display_name: name, followers_count: followers }) as Account;

const suggestion = (names: string[], count: number, followers = 0) => ({
  source: "past_interactions" as const,
  sources: [],
  account: account("Wren", followers),
  known_followers: names.map((name) => account(name)),
  known_followers_count: count,
});

test("a person suggested because of followed people is shown with their names and the number of others", () => {
  expect(whySuggested(suggestion(["Otter"], 1))).toBe("Followed by Otter");
  expect(whySuggested(suggestion(["Otter", "Fern", "Hare"], 5))).toBe("Followed by Otter, Fern and 3 others");
});

test("a person suggested for being well known in town is shown with the number of followers", () => {
  expect(whySuggested(suggestion([], 0, 1200))).toBe("1.2K followers");
  expect(whySuggested(suggestion([], 0, 1))).toBe("1 follower");
  expect(whySuggested(suggestion([], 0))).toBe("New in town");
});
