import { describe, expect, it } from "vitest";
import { leftOf, optionFaultOf, percents, pollFault } from "@/app/_features/polls/model";

const NOW = 1_000_000_000;

describe("the time that a poll has left", () => {
  it.each([
    [30_000, null],
    [90_000, { unit: "minutes", count: 2 }],
    [3 * 3_600_000, { unit: "hours", count: 3 }],
    [36 * 3_600_000, { unit: "days", count: 2 }],
  ])("of %i ms is said in its largest unit", (ms, said) => {
    expect(leftOf(NOW + ms, NOW)).toEqual(said);
  });
});

describe("the shares of a poll", () => {
  const options = (...votes: (number | null)[]) => votes.map((votes_count, at) => ({ title: `${at}`, votes_count }));
  it("are of the votes, or of the people where one may choose several; hidden ones are none", () => {
    const one = { options: options(1, 2, 0), multiple: false, votes_count: 3, voters_count: 3 };
    expect(percents(one)).toEqual([33, 67, 0]);
    expect(percents({ ...one, options: options(2, 1, 0), multiple: true, voters_count: 2 })).toEqual([100, 50, 0]);
    expect(percents({ ...one, options: options(0, 0), votes_count: 0 })).toEqual([0, 0]);
    expect(percents({ ...one, options: options(null, null) })).toEqual([]);
  });
});

describe("an option that is being written", () => {
  it("has a fault when it is too long or there twice, and none while it is empty", () => {
    const options = ["Tea", "x".repeat(51), " Tea", "", ""];
    expect(options.map((_, place) => optionFaultOf(options, place))).toEqual([null, "long", "twice", null, null]);
  });
});

describe("a poll that is being written", () => {
  const bark = (options: string[], more: object = {}) => ({
    text: "Tea or coffee?",
    pictures: [],
    poll: { options, expires_in: 300, multiple: false, hide_totals: false },
    ...more,
  });

  it.each([
    [null, bark(["Tea", "Coffee"])],
    [null, bark(["Tea", "Coffee"], { poll: null })],
    ["empty", bark(["Tea", " "])],
    ["long", bark(["Tea", "x".repeat(51)])],
    ["twice", bark(["Tea", " Tea "])],
    ["number", bark(["Tea"])],
    ["question", bark(["Tea", "Coffee"], { text: " " })],
    ["pictures", bark(["Tea", "Coffee"], { pictures: [{ key: "a", media: null, alt: "", src: "" }] })],
  ])("cannot be sent because of: %s", (fault, draft) => {
    expect(pollFault(draft)).toBe(fault);
  });
});
