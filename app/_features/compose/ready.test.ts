import { describe, expect, it } from "vitest";
import { blank, EMPTY_DRAFT_CONTENT, NEW_POLL, NO_TARGET, type LocalDraft } from "@/app/_client/drafts/model";
import { isReady, sendLabel } from "@/app/_features/compose/ready";

const draft = (more: Partial<LocalDraft> = {}): LocalDraft => ({
  ...blank("1", NO_TARGET, EMPTY_DRAFT_CONTENT),
  kept: true,
  text: "Kettle on",
  ...more,
});
const dueAt = "2027-01-01T12:00:00.000Z";
const picture = { key: "a", media: null, alt: "", src: "" };

describe("what is written", () => {
  it("may be sent when it says something, is short enough, and its pictures are uploaded", () => {
    expect(isReady([draft()])).toBe(true);
    expect(isReady([draft({ dueAt })])).toBe(true);
    expect(isReady([draft(), draft()])).toBe(true);
    expect(isReady([])).toBe(false);
    expect(isReady([draft({ text: " " })])).toBe(false);
    expect(isReady([draft({ kept: false })])).toBe(false);
    expect(isReady([draft({ text: "x".repeat(241) })])).toBe(false);
    expect(isReady([draft({ pictures: [picture] })])).toBe(false);
    expect(isReady([draft({ poll: NEW_POLL })])).toBe(false);
    expect(isReady([draft({ poll: { ...NEW_POLL, options: ["Tea", "Coffee"] } })])).toBe(true);
  });

  it("may not be sent as a thread at a time", () => {
    expect(isReady([draft({ dueAt }), draft()])).toBe(false);
  });

  it("is barked, barked as a thread, or scheduled; an edit is always sent at once", () => {
    expect(sendLabel(draft(), [draft()], "Bark")).toBe("Bark");
    expect(sendLabel(draft(), [draft(), draft()], "Bark")).toBe("Bark all 2");
    expect(sendLabel(draft({ dueAt }), [draft({ dueAt })], "Bark")).toBe("Schedule");
    expect(sendLabel(draft({ dueAt, edits: "9" }), [draft({ dueAt, edits: "9" })], "Save")).toBe("Save");
    expect(sendLabel(null, [], "Reply")).toBe("Reply");
  });
});
