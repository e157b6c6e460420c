import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { fill } from "./fill";

it("puts elements into the places that a sentence names", () => {
  const sentence = fill("{who} and {others}, {who} first", { who: <b>Fern</b>, others: 2 });
  expect(renderToStaticMarkup(<p>{sentence}</p>)).toBe("<p><b>Fern</b> and 2, <b>Fern</b> first</p>");
});
