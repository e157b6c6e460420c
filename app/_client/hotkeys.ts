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

/** Runs something when a single key is pressed, but not in fields, menus and dialogs. */
export function useHotkey(key: string, act: () => void, active = true): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (
        keyMeant(event) !== key ||
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        !hotkeysOn() ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [key, act, active]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=menu], dialog") !== null
  );
}
