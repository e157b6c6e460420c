import { describe, expect, it } from "vitest";
import { because } from "@/app/_features/circles/because";
import { chainsOf, picture } from "@/app/_features/circles/rings-model";
import type { Somebody } from "@/app/_features/circles/somebody";

const somebody = (id: string): Somebody => ({ id, acct: id, name: id, avatar: "", about: "", locked: false });
const reached = (id: string, ...known: string[]) => ({ person: somebody(id), known: known.map(somebody) });

describe("the picture of circles", () => {
  it("connects everybody to the viewer through people who are in it too", () => {
    const second = Array.from({ length: 24 }, (_, index) => reached(`b${index}`, `a${index % 9}`, `a${index % 4}`));
    const third = Array.from({ length: 24 }, (_, index) => reached(`c${index}`, `b${(index * 5) % 30}`));
    const fourth = Array.from({ length: 24 }, (_, index) => reached(`d${index}`, `c${(index * 7) % 40}`));
    const nodes = picture([second, third, fourth]);
    const count = (degree: number) => nodes.filter((node) => node.degree === degree).length;
    expect([1, 2, 3, 4].map(count)).toEqual([4, 5, 4, 3]);
    const ids = new Set(["", ...nodes.map(({ person }) => person.id)]);
    for (const { from } of nodes) {
      expect(from.length).toBeGreaterThan(0);
      expect(from.every((id) => ids.has(id))).toBe(true);
    }
  });

  it("leaves out people without a connection", () => {
    expect(
      picture([[reached("b", "a")], [reached("c", "x")], [reached("d", "c")]]).map((node) => node.person.id),
    ).toEqual(["a", "b"]);
    expect(picture([[], [], []])).toEqual([]);
  });

  it("follows every chain from a person to the viewer", () => {
    const nodes = picture([[reached("b", "a", "e"), reached("f", "e")], [reached("c", "b")], []]);
    expect([...chainsOf(nodes, "c")].toSorted()).toEqual([" a", " e", "a b", "b c", "e b"]);
  });
});

describe("the reason why a person is shown", () => {
  it("names the closest people, and counts the rest", () => {
    expect(because(["Otter"], 1, 2)).toBe("Followed by Otter");
    expect(because(["Otter", "Fern"], 2, 2)).toBe("Followed by Otter and Fern");
    expect(because(["Otter", "Fern", "Hazel"], 3, 2)).toBe("Followed by Otter, Fern and Hazel");
    expect(because(["Otter", "Fern", "Hazel"], 5, 2)).toBe("Followed by Otter, Fern and 3 others");
    expect(because(["Otter", "Fern"], 3, 3)).toBe("Through Otter, Fern and 1 other");
    expect(because(["Otter", "Fern"], 9, 3, true)).toBe("Through Otter, Fern and at least 7 others");
    expect(because([], 2, 2)).toBe("Followed by 2 people you follow");
  });
});
