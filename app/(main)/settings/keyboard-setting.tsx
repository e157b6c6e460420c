"use client";

import { Switch } from "@base-ui/react/switch";
import { useEffect, useState } from "react";
import { hotkeysOn, setHotkeys } from "@/app/_ui/hotkeys";

/** Single keys do things (j, k, n …), unless they are turned off on this device. */
export function KeyboardSetting() {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(hotkeysOn()), []);
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-4">
      <span>
        <b id="keyboard-shortcuts" className="block text-[1.125rem] leading-6">
          Keyboard shortcuts
        </b>
        <span className="text-label text-ink-2">Press ? anywhere to see them.</span>
      </span>
      <Switch.Root
        checked={on}
        onCheckedChange={(next) => {
          setOn(next);
          setHotkeys(next);
        }}
        aria-labelledby="keyboard-shortcuts"
        className="relative h-8 w-13 flex-none rounded-pill border-[1.5px] border-edge bg-sunken data-checked:border-pine data-checked:bg-pine"
      >
        <Switch.Thumb className="block size-6 translate-x-0.5 rounded-full bg-edge transition-transform duration-(--dur-fast) data-checked:translate-x-5.5 data-checked:bg-surface" />
      </Switch.Root>
    </div>
  );
}
