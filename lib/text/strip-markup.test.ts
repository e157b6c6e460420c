import { expect, it } from "vitest";
import { textToHtml } from "@/lib/text/html";
import { stripMarkup } from "@/lib/text/strip-markup";

it("returns the text from which textToHtml made the HTML", () => {
  const text = 'Tom & <Jerry> "at" the fair\'s end #jam https://example.org/x';
  expect(stripMarkup(textToHtml(text, { person: () => null, topic: (name) => `/tags/${name}` }))).toBe(text);
});
