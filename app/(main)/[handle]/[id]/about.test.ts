import { expect, it } from "vitest";
import { inScript, metadataOf, postingOf } from "@/app/(main)/[handle]/[id]/about";
import type { Status } from "@/lib/barks/schema";

const ORIGIN = "http://localhost:3000";
const picture = {
  url: "http://localhost:3000/media/pond.webp",
  description: "A pond",
  meta: { original: { width: 1200, height: 800 } },
};
const bark = (more: Partial<Status> = {}) =>
  ({
    id: "1",
    url: "http://localhost:3000/@fern/1",
    created_at: "2026-11-21T14:02:00.000Z",
    edited_at: null,
    account: { acct: "fern", display_name: "Fern", avatar: "http://localhost:3000/portraits/fern.webp" },
    text: "Seed swap </script><script>alert(1)</script>",
    spoiler_text: "",
    sensitive: false,
    visibility: "public",
    media_attachments: [picture],
    tags: [],
    filtered: [],
    language: "en",
    replies_count: 2,
    reblogs_count: 3,
    favourites_count: 5,
    ...more,
  }) as Status;

it("reveals only the content note of a bark that has one, and no picture", () => {
  const { description, openGraph } = metadataOf(bark({ spoiler_text: "Spiders", text: "A huge one" }), "The Mill");
  expect(description).toBe("Spiders");
  expect(JSON.stringify(openGraph)).not.toContain("pond");
  expect(JSON.stringify(postingOf(bark({ spoiler_text: "Spiders", text: "A huge one" }), ORIGIN))).not.toMatch(
    /huge|pond/,
  );
});

it("asks search engines not to index barks that are not public", () => {
  expect(metadataOf(bark(), "The Mill").robots).toBeUndefined();
  expect(metadataOf(bark({ visibility: "unlisted" }), "The Mill").robots).toEqual({ index: false });
});

it("cannot end the script element that contains it", () => {
  const json = inScript(postingOf(bark(), ORIGIN));
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toMatchObject({
    "@type": "SocialMediaPosting",
    articleBody: "Seed swap </script><script>alert(1)</script>",
    author: { name: "Fern" },
  });
});
