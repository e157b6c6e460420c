import { expect, it } from "vitest";
import { keyMeant, keysMeant } from "@/app/_client/hotkeys";

const press = (key: string, code: string, shiftKey = false) => keyMeant({ key, code, shiftKey });

it.each([
  ["Latin", "j", "KeyJ", "j"],
  ["Latin with CapsLock", "J", "KeyJ", "j"],
  ["Dvorak, by what it types", "j", "KeyC", "j"],
  ["AZERTY, by what it types", "a", "KeyQ", "a"],
  ["Russian", "о", "KeyJ", "j"],
  ["Russian with CapsLock", "О", "KeyJ", "j"],
  ["Ukrainian", "т", "KeyN", "n"],
  ["Greek", "ξ", "KeyJ", "j"],
  ["Greek accent, which waits for a letter", "Dead", "KeyL", "l"],
  ["Hebrew", "ח", "KeyJ", "j"],
  ["Arabic", "ت", "KeyJ", "j"],
  ["Korean", "ㅓ", "KeyJ", "j"],
  ["Thai, whose period is elsewhere", "ใ", "Period", "."],
  ["Russian, whose period is at the slash", ".", "Slash", "."],
  ["German question mark", "ß", "Minus", "ß"],
  ["Enter", "Enter", "Enter", "Enter"],
  ["an arrow", "ArrowDown", "ArrowDown", "ArrowDown"],
])("takes a key of a layout for what it means: %s", (_, key, code, meant) => {
  expect(press(key, code)).toBe(meant);
});

it.each([
  ["Latin", "J", "KeyJ", "J"],
  ["Latin with CapsLock", "j", "KeyJ", "j"],
  ["Russian", "О", "KeyJ", "J"],
  ["Greek", "Ξ", "KeyJ", "J"],
  ["Latin help", "?", "Slash", "?"],
  ["German help", "?", "Minus", "?"],
  ["Hebrew help", "?", "Slash", "?"],
  ["Arabic help", "؟", "Slash", "?"],
])("keeps what Shift means: %s", (_, key, code, meant) => {
  expect(press(key, code, true)).toBe(meant);
});

const KNOWN = new Set(["n", "g h", "g n"]);

it.each([
  ["a key alone", "n", null, "n"],
  ["a key soon after g", "n", 1_000, "g n"],
  ["the same key long after g", "n", -2_000, "n"],
  ["a key that means something only after g", "h", null, null],
  ["a key that means nothing after g", "x", 1_000, null],
])("understands %s", (_, key, begun, meant) => {
  expect(keysMeant(key, begun, 1_500, KNOWN)).toBe(meant);
});
