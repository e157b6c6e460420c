import { expect, it } from "vitest";
import type { HabitRow, Suggestion } from "@/lib/circles/schema";
import { toStarters } from "@/lib/circles/view";
import type { Account } from "@/lib/people/schema";

const person = (id: string, followers = 0, note = "") =>
  ({ id, username: id, display_name: id, followers_count: followers, note }) as unknown as Account;
const suggestion = (account: Account, known: Account[] = []): Suggestion => ({
  source: "global",
  sources: ["most_followed"],
  account,
  known_followers: known,
  known_followers_count: known.length,
});
const habit = (id: string, given: Partial<HabitRow> = {}): HabitRow => ({
  id,
  topic: null,
  pictures: 0,
  replies: 0,
  likes: 0,
  ...given,
});

it("gives everybody to start with the reason that says most about them", () => {
  const people = [
    suggestion(person("finch"), [person("otter")]),
    suggestion(person("badger")),
    suggestion(person("fern")),
    suggestion(person("clover")),
    suggestion(person("toad")),
    suggestion(person("hare")),
    suggestion(person("wren", 12)),
  ];
  const habits = [
    habit("finch", { topic: "bread" }),
    habit("badger", { likes: 40 }),
    habit("fern", { topic: "seedswap", likes: 3 }),
    habit("clover", { topic: "seedswap", pictures: 6 }),
    habit("toad", { replies: 9 }),
    habit("hare", { pictures: 5 }),
  ];
  expect(toStarters(people, habits).map(({ reason }) => reason)).toEqual([
    { kind: "known", names: ["otter"], count: 1 },
    { kind: "liked" },
    { kind: "topic", topic: "seedswap" },
    { kind: "pictures" },
    { kind: "answers" },
    { kind: "pictures" },
    { kind: "followers", count: 12 },
  ]);
});

it("says of nobody that they are liked most where nothing was liked", () => {
  const [only] = toStarters([suggestion(person("moth", 1))], [habit("moth")]);
  expect(only?.reason).toEqual({ kind: "followers", count: 1 });
});

it("gives two of them the same habit as a reason at most, and then what they say of themselves", () => {
  const people = ["fern", "toad", "hare", "newt"].map((id) =>
    suggestion(person(id, 3, id === "hare" ? "<p>Runs &amp; hides.</p>" : "")),
  );
  const habits = people.map(({ account }) => habit(account.id, { replies: 9 }));
  expect(toStarters(people, habits).map(({ reason }) => reason)).toEqual([
    { kind: "answers" },
    { kind: "answers" },
    { kind: "bio", words: "Runs & hides." },
    { kind: "followers", count: 3 },
  ]);
});
