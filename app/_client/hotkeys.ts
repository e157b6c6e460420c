"use client";

import { useEffect } from "react";
import { device } from "@/app/_client/device";

const OFF = "hotkeys:off";

/** Whether single-key shortcuts are on; people who dictate turn them off. */
export function hotkeysOn(): boolean {
  return device.get(OFF) === null;
}

export function setHotkeys(on: boolean): void {
  device.set(OFF, on ? null : "1");
}

/** The characters of keys on the US layout by position; with Shift where that matters. */
const PLACES: Record<string, [plain: string, shifted: string]> = { Period: [".", ">"], Slash: ["/", "?"] };

/**
 * The key that was meant. Where a layout has no Latin letters (Cyrillic, Greek, Hebrew …), it is the one at that position
 * of the keyboard; CapsLock makes no difference.
 */
export function keyMeant({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (/^[\x21-\x7e]$/.test(key)) return shiftKey ? key : key.toLowerCase();
  if (key.length > 1 && key !== "Dead" && key !== "Process") return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return PLACES[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** How long (ms) the second key of a sequence may take. */
const SEQUENCE_MS = 1_500;

type Acts = Map<string, Set<() => void>>;

/**
 * Finds the keys that were meant among those that do something: a single one, or the second of a sequence such as "g h".
 * @param begun when the first key of a sequence was pressed, in ms; null when none was
 */
export function keysMeant(key: string, begun: number | null, now: number, known: ReadonlySet<string>): string | null {
  const sequence = `${PREFIX} ${key}`;
  if (begun !== null && now - begun < SEQUENCE_MS && known.has(sequence)) return sequence;
  return known.has(key) ? key : null;
}

/** The key that begins all sequences. */
const PREFIX = "g";

const acts: Acts = new Map();
let begun: number | null = null;

function press(event: KeyboardEvent): void {
  if (event.metaKey || event.ctrlKey || event.altKey || !hotkeysOn() || isTyping(event.target)) return;
  const key = keyMeant(event);
  // Shift alone is on its way to "?".
  if (key === "Shift") return;
  const keys = keysMeant(key, begun, event.timeStamp, new Set(acts.keys()));
  begun = key === PREFIX && begun === null ? event.timeStamp : null;
  if (keys === null) return;
  event.preventDefault();
  for (const act of acts.get(keys) ?? []) act();
}

/**
 * Runs something when a key, or a sequence of `g` and a key ("g h"), is pressed; not in fields, menus and dialogs.
 */
export function useHotkey(keys: string, act: () => void, active = true): void {
  useEffect(() => {
    if (!active) return;
    return addHotkeys({ [keys]: act });
  }, [keys, act, active]);
}

/** Runs what belongs to these keys, until the returned function is called. */
export function addHotkeys(added: Record<string, () => void>): () => void {
  if (acts.size === 0) addEventListener("keydown", press);
  for (const [keys, act] of Object.entries(added)) acts.set(keys, (acts.get(keys) ?? new Set()).add(act));
  return () => {
    for (const [keys, act] of Object.entries(added)) {
      acts.get(keys)?.delete(act);
      if (acts.get(keys)?.size === 0) acts.delete(keys);
    }
    if (acts.size === 0) removeEventListener("keydown", press);
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=menu], dialog") !== null
  );
}
