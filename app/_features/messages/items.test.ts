import { describe, expect, it } from "vitest";
import { itemsOf, rowOf } from "@/app/_features/messages/items";
import type { Contact, MessageView } from "@/lib/messenger/schema";

const person = (name: string): Contact => ({
  accountId: name,
  personId: name,
  handle: name,
  displayName: name,
  avatar: "",
});
const otter = person("otter");
const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();

function message(id: string, time: number, more: Partial<MessageView> = {}): MessageView {
  return {
    id,
    at: time,
    sender: otter,
    deviceName: null,
    kind: "text",
    text: id,
    edited: false,
    replyTo: null,
    reactions: [],
    attachments: [],
    status: "received",
    problem: null,
    expiresAt: null,
    ...more,
  };
}

const shapeOf = (messages: MessageView[], firstNew: string | null = null) =>
  itemsOf(messages, firstNew).map((item) =>
    item.kind === "message" ? `${item.joinsUp ? "^" : ""}${item.key}${item.joinsDown ? "v" : ""}` : item.kind,
  );

describe("the rows of a conversation", () => {
  it("begin each day with its heading", () => {
    expect(shapeOf([message("a", at(1, 9, 0)), message("b", at(2, 9, 0)), message("c", at(2, 20, 0))])).toEqual([
      "day",
      "a",
      "day",
      "b",
      "c",
    ]);
  });

  it("join messages of one person within five minutes, and nobody else's", () => {
    const mine = message("c", at(1, 9, 3), { sender: "me", status: "sent" });
    expect(shapeOf([message("a", at(1, 9, 0)), message("b", at(1, 9, 2)), mine, message("d", at(1, 9, 20))])).toEqual([
      "day",
      "av",
      "^b",
      "c",
      "d",
    ]);
  });

  it("have a divider above the first new message, which ends a run and counts only what others wrote", () => {
    const messages = [
      message("a", at(1, 9, 0)),
      message("b", at(1, 9, 1)),
      message("c", at(1, 9, 2), { sender: "me", status: "sent" }),
      message("d", at(1, 9, 3), { kind: "notice" }),
      message("e", at(1, 9, 4)),
    ];
    expect(shapeOf(messages, "b")).toEqual(["day", "a", "new", "b", "c", "notice", "e"]);
    expect(itemsOf(messages, "b").find(({ kind }) => kind === "new")).toMatchObject({ count: 2 });
  });

  it("show the status of a run once, and of each message that was not sent", () => {
    const mine = { sender: "me" } as const;
    const items = itemsOf(
      [
        message("a", at(1, 9, 0), { ...mine, status: "sent" }),
        message("b", at(1, 9, 1), { ...mine, status: "failed" }),
        message("c", at(1, 9, 2), { ...mine, status: "sending" }),
        message("d", at(1, 9, 3), { ...mine, status: "sending" }),
      ],
      null,
    );
    expect(items.flatMap((item) => (item.kind === "message" && item.foot ? [item.key] : []))).toEqual(["b", "d"]);
    expect(rowOf(items, "c")).toBe(3);
    expect(rowOf(items, "elsewhere")).toBe(-1);
  });
});
