import { expect, it } from "vitest";
import { patienceOf } from "@/web/patience";

it.each(["/town-hall", "/town-hall/people", "/api/v2/admin/accounts", "/api/v1/barker/town_hall/settings"])(
  "gives %s, which only staff open, longer to wait for its stores than others",
  (path) => expect(patienceOf(path)).toBeGreaterThan(1),
);

it.each(["/", "/town", "/town-halls", "/api/v1/statuses", "/api/v1/administrators"])(
  "gives %s the usual time",
  (path) => expect(patienceOf(path)).toBe(1),
);
