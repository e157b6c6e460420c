import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as model from "@/app/_client/drafts/model";
import type { Picture, LocalDraft } from "@/app/_client/drafts/model";
import { moved } from "@/app/_features/compose/order";
import type { Status } from "@/lib/barks/schema";
import type { Draft } from "@/lib/drafts/schema";

const writing = (id: string, more: Partial<LocalDraft> = {}): LocalDraft => ({
  ...model.blank(id, model.NO_TARGET, model.EMPTY_DRAFT_CONTENT),
  kept: true,
  base: 1,
  text: id,
  ...more,
});
const unsaid = { spoiler_text: "", visibility: null, quote_approval_policy: null, language: null, sensitive: false };
const unlinked = {
  in_reply_to_id: null,
  quoted_status_id: null,
  edits_id: null,
  thread_id: null,
  place: 0,
  media_attachments: [],
  poll: null,
  scheduled_at: null,
  reason: null,
};
const draft = (id: string, version: number): Draft => ({
  id,
  version,
  text: `${id} of the server`,
  updated_at: "2026-01-01T00:00:00.000Z",
  ...unsaid,
  ...unlinked,
});
const picture = (key: string) => ({ key, media: { id: key }, alt: "", src: "" }) as Picture;
const merge = (here: LocalDraft[], there: Draft[], gone: string[] = []) => {
  const { take, drop } = model.merge(here, there, new Set(gone));
  return { take: take.map(({ id }) => id), drop };
};

describe("the merge of this device's drafts with the server's", () => {
  it("takes over drafts that only the server has", () => {
    expect(merge([], [draft("a", 1)])).toEqual({ take: ["a"], drop: [] });
  });

  it("takes over drafts that were changed elsewhere, unless they were changed here too", () => {
    expect(merge([writing("a")], [draft("a", 2)])).toEqual({ take: ["a"], drop: [] });
    expect(merge([writing("a", { dirty: true })], [draft("a", 2)])).toEqual({ take: [], drop: [] });
    expect(merge([writing("a")], [draft("a", 1)])).toEqual({ take: [], drop: [] });
  });

  it("removes drafts that were sent or deleted elsewhere, unless they were changed here", () => {
    expect(merge([writing("a")], [])).toEqual({ take: [], drop: ["a"] });
    expect(merge([writing("a", { dirty: true })], [])).toEqual({ take: [], drop: [] });
    expect(merge([writing("a", { sending: true })], [])).toEqual({ take: [], drop: [] });
  });

  it("does not restore drafts that were deleted here before the server knows", () => {
    expect(merge([], [draft("a", 1)], ["a"])).toEqual({ take: [], drop: [] });
  });

  it("never loses a text that only this device has", () => {
    const local = fc.record({ id: fc.constantFrom(..."abcdef".split("")), dirty: fc.boolean(), base: fc.nat(3) });
    const remote = fc.record({ id: fc.constantFrom(..."abcdef".split("")), version: fc.integer({ min: 1, max: 4 }) });
    const unique = { selector: ({ id }: { id: string }) => id };
    fc.assert(
      fc.property(fc.uniqueArray(local, unique), fc.uniqueArray(remote, unique), (here, there) => {
        const outcome = merge(
          here.map(({ id, ...more }) => writing(id, more)),
          there.map(({ id, version }) => draft(id, version)),
        );
        const touched = new Set([...outcome.take, ...outcome.drop]);
        expect(here.filter(({ id, dirty }) => dirty && touched.has(id))).toEqual([]);
      }),
    );
  });

  it("leaves a draft unchanged by a round trip to the server", () => {
    const here = writing("a", {
      text: "Hi",
      spoiler: "Tea",
      audience: "private",
      replyTo: "1",
      at: 5,
      sensitive: true,
    });
    const said = model.toServer(here, "hand");
    expect(said).toMatchObject({ text: "Hi", spoiler_text: "Tea", in_reply_to_id: "1", version: 1, hand: "hand" });
    expect(model.fromServer({ ...draft("a", 1), ...said, media_attachments: [] })).toEqual(here);
  });
});

describe("a draft", () => {
  it("counts as untouched while nothing was added to its initial content", () => {
    const start = { ...model.EMPTY_DRAFT_CONTENT, text: "@fern " };
    const reply = model.blank("a", model.NO_TARGET, start);
    expect(model.isUntouched(reply, start)).toBe(true);
    expect(model.isUntouched({ ...reply, text: "@fern" }, start)).toBe(true);
    expect(model.isUntouched({ ...reply, spoiler: "" }, start)).toBe(true);
    expect(model.isUntouched({ ...reply, text: "@fern hello" }, start)).toBe(false);
    expect(model.isUntouched({ ...reply, text: "" }, start)).toBe(false);
    expect(model.isUntouched({ ...reply, spoiler: "Tea" }, start)).toBe(false);
    expect(model.isUntouched({ ...reply, pictures: [picture("1")] }, start)).toBe(false);
  });

  it("of an edit begins with the bark as it is, and any change makes it worth keeping", () => {
    const bark = {
      text: "Chá e pão",
      spoiler_text: "Food",
      sensitive: true,
      language: "pt",
      media_attachments: [{ id: "1", description: "Bread", preview_url: "/1.webp" }],
    } as unknown as Status;
    const start = model.startOf(bark);
    const changed = model.blank("a", { ...model.NO_TARGET, edits: "9" }, start);
    expect(changed).toMatchObject({ text: "Chá e pão", spoiler: "Food", sensitive: true, language: "pt" });
    expect(changed.pictures.map(({ alt }) => alt)).toEqual(["Bread"]);
    expect(model.isUntouched(changed, start)).toBe(true);
    const [bread] = changed.pictures;
    const changes: Partial<LocalDraft>[] = [
      { text: "Chá" },
      { spoiler: null },
      { sensitive: false },
      { language: "gl" },
      { pictures: bread ? [{ ...bread, alt: "Warm bread" }] : [] },
    ];
    for (const change of changes) expect(model.isUntouched({ ...changed, ...change }, start)).toBe(false);
  });

  it("is not kept when only a language was chosen", () => {
    const fresh = model.blank("a", model.NO_TARGET, model.EMPTY_DRAFT_CONTENT);
    expect(model.isUntouched({ ...fresh, language: "pt" }, model.EMPTY_DRAFT_CONTENT)).toBe(true);
  });

  it("has the same idempotency key as long as its content is the same", () => {
    const one = writing("a", { text: "Hello", pictures: [picture("1")] });
    expect(model.sendKey({ ...one, at: 9, base: 4, dirty: true, sending: true })).toBe(model.sendKey(one));
    const others = [
      { ...one, text: "Hello." },
      { ...one, id: "b" },
      { ...one, replyTo: "1" },
      { ...one, audience: "private" as const },
      { ...one, pictures: [] },
    ];
    const keys = new Set([one, ...others].map(model.sendKey));
    expect(keys.size).toBe(others.length + 1);
  });
});

describe("pictures", () => {
  const all = ["a", "b", "c"].map(picture);
  const order = (key: string, to: number) =>
    moved(all, key, to)
      .map((one) => one.key)
      .join("");

  it("can be reordered, but not beyond the ends of the list", () => {
    expect(order("a", 1)).toBe("bac");
    expect(order("c", 0)).toBe("cab");
    expect(order("a", 9)).toBe("bca");
    expect(order("b", -1)).toBe("bac");
    expect(order("x", 0)).toBe("abc");
  });
});

describe("a thread", () => {
  it("has its parts in order, and stands where its most recent part stands", () => {
    const [a, b, c] = [writing("a"), writing("b", { thread: "a", place: 1 }), writing("c", { thread: "a", place: 2 })];
    const ids = (drafts: LocalDraft[]) => model.threads(drafts).map((parts) => parts.map(({ id }) => id));
    expect(ids([c, writing("x"), a, b])).toEqual([["a", "b", "c"], ["x"]]);
    expect(ids([c, b])).toEqual([["b", "c"]]);
  });

  it("has a key for each part that does not change when the part before it was sent", () => {
    const part = writing("b", { thread: "a", place: 1 });
    expect(model.sendKey({ ...part, replyTo: "77" })).toBe(model.sendKey(part));
    expect(model.sendKey({ ...part, text: "Other" })).not.toBe(model.sendKey(part));
    expect(model.sendKey(writing("a", { replyTo: "77" }))).not.toBe(model.sendKey(writing("a")));
  });
});
