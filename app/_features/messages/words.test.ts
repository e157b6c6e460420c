import { describe, expect, it } from "vitest";
import { alarmWords } from "@/app/_features/messages/alarm-words";
import { isMatch, lineOf, listOf, nameOf, speakerOf } from "@/app/_features/messages/names";
import { agoOf, dayOf, listTime, momentOf } from "@/app/_features/messages/times";
import type { Contact, LastLine } from "@/lib/messenger/schema";

const at = (month: number, day: number, hour: number, minute: number, year = 2026) =>
  new Date(year, month - 1, day, hour, minute).getTime();
const now = at(11, 24, 9, 30);

describe("times of messages", () => {
  it("are as short in the list as they can be understood", () => {
    expect(listTime(at(11, 24, 9, 18), now)).toBe("9:18");
    expect(listTime(at(11, 23, 23, 59), now)).toBe("Mon");
    expect(listTime(at(11, 17, 9, 0), now)).toBe("17 Nov");
    expect(listTime(at(11, 17, 9, 0, 2025), now)).toBe("17 Nov 2025");
  });

  it("name days as people do", () => {
    expect(dayOf(at(11, 24, 0, 1), now)).toBe("Today");
    expect(dayOf(at(11, 23, 23, 59), now)).toBe("Yesterday");
    expect(dayOf(at(11, 20, 9, 0), now)).toBe("Friday");
    expect(dayOf(at(5, 3, 9, 0), now)).toBe("3 May");
    expect(momentOf(at(11, 24, 8, 31), now)).toBe("Today 8:31");
  });

  it("say how long ago a check was", () => {
    expect(agoOf(now - 20_000, now)).toBe("just now");
    expect(agoOf(now - 120_000, now)).toBe("2 min ago");
    expect(agoOf(now - 3 * 3_600_000, now)).toBe("3 h ago");
    expect(agoOf(at(11, 20, 9, 0), now)).toBe("on 20 November");
  });
});

const contact = (displayName: string): Contact => ({
  accountId: displayName,
  personId: displayName,
  handle: displayName.toLowerCase(),
  displayName,
  avatar: "",
});
const line: LastLine = { at: now, mine: false, senderName: "Fern", kind: "text", text: "Hello", status: "received" };

describe("words of the list", () => {
  it("name a group, or else its members", () => {
    const members = ["Otter", "Fern", "Finch", "Wren"].map(contact);
    expect(nameOf({ name: "Seed swap", members })).toBe("Seed swap");
    expect(nameOf({ name: null, members })).toBe("Otter, Fern and 2 others");
    expect(nameOf({ name: "", members: members.slice(0, 2) })).toBe("Otter and Fern");
    expect(nameOf({ name: null, members: [] })).toBe("Only you");
    expect(listOf(["Otter", "Fern", "Finch"])).toBe("Otter, Fern and Finch");
  });

  it("say who wrote the last line only where that is not clear", () => {
    expect(speakerOf(line, "direct")).toBe("");
    expect(speakerOf(line, "group")).toBe("Fern: ");
    expect(speakerOf({ ...line, mine: true }, "direct")).toBe("You: ");
    expect(speakerOf({ ...line, kind: "reaction" }, "group")).toBe("");
    expect(lineOf({ ...line, kind: "picture", text: "" })).toBe("Picture");
    expect(lineOf({ ...line, kind: "deleted" })).toBe("This message was deleted");
  });

  it("find people by their name and their handle", () => {
    expect(isMatch(contact("Otter"), " OTT ")).toBe(true);
    expect(isMatch(contact("Otter"), "fern")).toBe(false);
  });
});

describe("words of an alarm", () => {
  it("offer to accept only a contact's new start", () => {
    const accepts = (["log", "own_keys", "contact_reset", "split_view", "roster"] as const).filter((kind) =>
      alarmWords({ kind, code: "x" }, "Otter").steps.some(([bold]) => bold.startsWith("Accept")),
    );
    expect(accepts).toEqual(["contact_reset"]);
  });

  it("tell somebody whose keys are being replaced that it can be stopped", () => {
    const { title, steps } = alarmWords({ kind: "own_keys", code: "reset_pending" }, null);
    expect(title).toBe("Somebody wants to replace your keys");
    expect(steps.some(([bold]) => bold.includes("stop"))).toBe(true);
  });
});
