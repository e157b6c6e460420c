import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AlertKind } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { forApp, forBrowser, toPayload } from "@/lib/push/view";
import { bodyOf, titleOf } from "@/lib/push/words";
import { heardOf } from "@/testing/heard";

const ME = "1";
const fern = (kind: AlertKind, status?: Parameters<typeof heardOf>[1]) => heardOf(kind, { name: "Fern", ...status });
const withOthers = (kind: AlertKind, ...names: string[]): [AlertParts, ...AlertParts[]] => [
  fern(kind),
  ...names.map((name) => heardOf(kind, { name })),
];

describe("the title of a push", () => {
  it.each<[AlertKind, Parameters<typeof heardOf>[1], string]>([
    ["like", {}, "Fern liked your bark"],
    ["rebark", {}, "Fern rebarked your bark"],
    ["reaction", { emoji: "🌿" }, "Fern reacted 🌿 to your bark"],
    ["follow", { status: null }, "Fern follows you"],
    ["ask", { status: null }, "Fern asks to follow you"],
    ["mention", {}, "Fern mentioned you"],
    ["mention", { status: { in_reply_to_account_id: ME } }, "Fern replied"],
    ["quote", {}, "Fern quoted you"],
    ["bark", {}, "Fern barked"],
    ["edit", { status: { favourited: true } }, "Fern edited a bark you liked"],
    ["edit", { status: { reblogged: true } }, "Fern edited a bark you rebarked"],
    ["edit", {}, "Fern edited a bark you answered"],
  ])("for a %s (%j) is: %s", (kind, of, title) => {
    expect(titleOf([fern(kind, of)], ME)).toBe(title);
  });

  it("names up to two people and counts further ones", () => {
    expect(titleOf(withOthers("like", "Otter"), ME)).toBe("Fern and Otter liked your bark");
    expect(titleOf(withOthers("like", "Otter", "Wren"), ME)).toBe("Fern and 2 others liked your bark");
    expect(titleOf(withOthers("follow", "Otter"), ME)).toBe("Fern and Otter follow you");
  });

  it("shows up to three different emoji, and the handle when there is no name", () => {
    const row = ["🎉", "🌿", "🎉", "🐸", "❤️"].map((emoji) => heardOf("reaction", { name: "", handle: "fern", emoji }));
    const [first, ...others] = row;
    expect(first && titleOf([first, ...others], ME)).toBe("@fern and 4 others reacted 🎉🌿🐸 to your bark");
  });
});

describe("the body of a push", () => {
  const body = (status: Parameters<typeof heardOf>[1], showsPrivate = false) =>
    bodyOf([heardOf("mention", status)], showsPrivate);

  it("is the bark's text on one line, shortened", () => {
    expect(body({ status: { text: "One\n\n two" } })).toBe("One two");
    const long = body({ status: { text: "word ".repeat(60) } });
    expect(long.length).toBeLessThanOrEqual(180);
    expect(long).toMatch(/word…$/);
  });

  it("is the content note when there is one, and the number of pictures when there is no text", () => {
    expect(body({ status: { spoiler_text: "Spiders" } })).toBe("Spiders");
    const pictures = (count: number) => Array.from({ length: count }, () => ({})) as never;
    expect(body({ status: { text: "", media_attachments: pictures(1) } })).toBe("A picture");
    expect(body({ status: { text: "", media_attachments: pictures(3) } })).toBe("3 pictures");
  });

  it("never contains barks for followers only, unless the person chose so, nor muted words", () => {
    for (const visibility of ["private", "direct"] as const) {
      expect(body({ status: { visibility } })).toBe("Open Barker to read it.");
      expect(body({ status: { visibility, spoiler_text: "Secret" } })).not.toContain("Secret");
      expect(body({ status: { visibility } }, true)).toBe("Mint in every pot");
    }
    expect(body({ status: { filtered: [{}] as never } }, true)).toBe("Open Barker to read it.");
  });

  it("is the handle when there is no bark", () => {
    expect(body({ handle: "fern", status: null })).toBe("@fern");
  });
});

describe("the payload of a push", () => {
  const about = { personId: ME, showsPrivate: true };

  it("opens the bark, the person, the requests, or Alerts when several people are in it", () => {
    const address = (...row: [AlertParts, ...AlertParts[]]) => toPayload("tag", row, about).address;
    const like = fern("like");
    expect(address(like)).toBe(`/@me/${like.status?.id}`);
    expect(address(fern("follow", { status: null }))).toBe("/@fern");
    expect(address(fern("follow", { status: null }), fern("follow", { status: null }))).toBe("/alerts");
    expect(address(fern("ask", { status: null }))).toBe("/settings/requests");
  });

  it("fits, encrypted, into 4 kB, whatever names and texts there are", () => {
    const close = Array.from({ length: 40 }, (_, index) => `emoji_reaction-14746893332870184${index}-41254`);
    const anything = fc.string({ unit: "grapheme", maxLength: 1_000 });
    fc.assert(
      fc.property(anything, anything, (name, text) => {
        const payload = toPayload("tag", [fern("like", { name, status: { text } }), heardOf("like", { name })], about);
        for (const sent of [forBrowser(payload, 100, close), forApp(payload)]) {
          // RFC 8188 and 8291: 86 bytes before the record, and 17 more in it.
          expect(Buffer.byteLength(sent) + 103).toBeLessThanOrEqual(4_096);
        }
      }),
    );
  });

  it("has, for Mastodon's apps, the id as a number with all its digits", () => {
    const payload = toPayload("tag", [fern("like")], about);
    expect(forApp(payload)).toContain(`"notification_id":${payload.notification_id},`);
    expect(JSON.parse(forApp(payload))).toMatchObject({ notification_type: "favourite", access_token: "" });
  });
});
