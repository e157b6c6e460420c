import { expect, it } from "vitest";
import { connection } from "@/app/_words/shell";

it.each([
  [1, 0, "1 bark waits"],
  [2, 0, "2 barks wait"],
  [1, 3, "1 bark and 3 more wait"],
  [2, 1, "2 barks and 1 more wait"],
  [0, 1, "1 thing you did waits"],
  [0, 4, "4 things you did wait"],
])("says that %i barks and %i other things wait", (barks, others, sentence) => {
  expect(connection.waits(barks, others)).toBe(sentence);
});
