import { expect, it } from "vitest";
import { nextOf } from "@/app/_client/api";

it("finds the next page of a list in its Link header, at the origin of the current page", () => {
  const header =
    '<https://town.example/api/v1/bookmarks?limit=20&max_id=7>; rel="next", <https://town.example/api/v1/bookmarks?min_id=9>; rel="prev"';
  expect(nextOf(header)).toBe("/api/v1/bookmarks?limit=20&max_id=7");
  expect(nextOf('<https://town.example/api/v1/bookmarks?min_id=9>; rel="prev"')).toBeNull();
  expect(nextOf(null)).toBeNull();
});
