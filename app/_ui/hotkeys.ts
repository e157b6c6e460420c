"use client";

import { useEffect } from "react";
import { device } from "@/app/_ui/device";

const OFF = "hotkeys:off";

/** Whether single keys do things; people who dictate turn them off. */
export function hotkeysOn(): boolean {
  return device.get(OFF) === null;
}

export function setHotkeys(on: boolean): void {
  device.set(OFF, on ? null : "1");
}

/** Does something when a single key is pressed, but not in fields, menus and dialogs. */
export function useHotkey(key: string, act: () => void, active = true): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== key || event.metaKey || event.ctrlKey || event.altKey || !hotkeysOn() || isTyping(event.target))
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
