import { afterEach, expect, it, vi } from "vitest";
import { nextOf, send } from "@/app/_client/api";

it("finds the next page of a list in its Link header, at the origin of the current page", () => {
  const header =
    '<https://town.example/api/v1/bookmarks?limit=20&max_id=7>; rel="next", <https://town.example/api/v1/bookmarks?min_id=9>; rel="prev"';
  expect(nextOf(header)).toBe("/api/v1/bookmarks?limit=20&max_id=7");
  expect(nextOf('<https://town.example/api/v1/bookmarks?min_id=9>; rel="prev"')).toBeNull();
  expect(nextOf(null)).toBeNull();
});

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ["Validation failed: languages.0 must be a language such as en", "languages.0", "must be a language such as en"],
  ["Validation failed: text can't be blank", "text", "can't be blank"],
])("shows no path of a field to people: %s", async (error, field, description) => {
  const body = { error, code: "invalid", details: { [field]: [{ error: "ERR_INVALID", description }] } };
  vi.stubGlobal("fetch", async () => Response.json(body, { status: 422 }));
  expect(await send("/api/v1/anything")).toMatchObject({
    sentence: `Something you entered is not right (${description}).`,
    fields: { [field]: description },
  });
});

it("shows a sentence of an error as it is", async () => {
  const details = { contact_handle: [{ error: "ERR_INVALID", description: "Nobody here has this handle." }] };
  const body = { error: "Validation failed: Nobody here has this handle.", code: "invalid", details };
  vi.stubGlobal("fetch", async () => Response.json(body, { status: 422 }));
  expect(await send("/api/v1/anything")).toMatchObject({ sentence: "Nobody here has this handle." });
});
