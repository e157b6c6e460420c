import { expect, it } from "vitest";
import { clock, fullDate } from "@/app/_features/time/dates";

const AT = "2026-11-21T14:02:00.000Z";

it("shows the year only when it is another one", () => {
  expect(fullDate(AT, "UTC", Date.parse("2026-12-01"))).toBe("14:02 · Saturday 21 November");
  expect(fullDate(AT, "UTC", Date.parse("2027-01-01"))).toBe("14:02 · Saturday 21 November 2026");
  expect(fullDate(AT, "Asia/Tokyo", Date.parse("2026-12-01"))).toBe("23:02 · Saturday 21 November");
});

it("shows the day of an edit only when it is another day", () => {
  expect(clock("2026-11-21T14:09:00.000Z", AT, "UTC")).toBe("14:09");
  expect(clock("2026-11-22T08:00:00.000Z", AT, "UTC")).toBe("22 Nov, 08:00");
  expect(clock("2026-11-21T15:09:00.000Z", AT, "Asia/Tokyo")).toBe("22 Nov, 00:09");
});
