import { expect, it } from "vitest";
import { appearanceAttributes, appearanceOf } from "@/app/_client/appearance";

it("reads what was chosen from the cookie, and sets attributes for nothing else", () => {
  const chosen = appearanceOf("text=130&theme=dark&counts=hidden");
  expect(chosen).toMatchObject({ text: "130", theme: "dark", counts: "hidden", motion: "auto", spacing: "roomy" });
  expect(appearanceAttributes(chosen)).toEqual({ "data-text": "130", "data-theme": "dark", "data-counts": "hidden" });
});

it.each([undefined, "", "text=9000&theme=%22%3E", "theme=DARK", "=&&=", "counts"])(
  "takes %s in a cookie as no choice",
  (cookie) => {
    expect(appearanceAttributes(appearanceOf(cookie))).toEqual({});
  },
);
