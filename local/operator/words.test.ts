import { expect, it } from "vitest";
import type { ReportRow } from "@/lib/reports/schema";
import { townHall } from "@/app/_words/town-hall";
import { CATEGORIES, toDetails, toLine } from "@/local/operator/words";

const report: ReportRow = {
  id: "1573731162005151750",
  at: Date.UTC(2026, 0, 2, 3, 4),
  category: "spam",
  comment: "Rude\u001b[31m\nand more",
  changedAt: Date.UTC(2026, 0, 2, 3, 4),
  ruleIds: [],
  resolvedAt: null,
  resolvedBy: null,
  resolvedById: null,
  from: null,
  about: { id: "1", handle: "otter" },
  assigned: null,
  barks: [{ id: "2", text: null, spoiler: null }],
  notes: [],
  messages: [],
};

it("a report is formatted as a line and in full, without terminal control characters", () => {
  expect(toLine(report)).toBe(
    "1573731162005151750  2026-01-02 03:04  open     Spam             @otter  Rude [31m and more",
  );
  expect(toDetails(report)).toContain("From     somebody who is gone");
  expect(toDetails(report)).toContain("(pictures only)");
  expect(toDetails({ ...report, resolvedAt: report.at })).toContain("resolved 2026-01-02 03:04 UTC");
  expect(toDetails(report)).not.toContain("\u001b");
  const messages = [{ at: report.at, text: "Go\u001b away" }];
  expect(toDetails({ ...report, messages })).toContain(
    "Encrypted message of 2026-01-02 03:04 UTC, disclosed by the reporter, verified to be from @otter:\nGo  away",
  );
});

it("a report says what is wrong in the words of the town hall", () => {
  expect(townHall.short).toMatchObject(CATEGORIES);
  expect(toDetails({ ...report, category: "violation" })).toContain(`Because  ${townHall.short.violation}`);
  expect(toDetails({ ...report, category: "violation", ruleIds: ["1"] })).toContain(`Because  ${townHall.short.rule}`);
});
