"use client";

import { useEffect, useState } from "react";
import { hotkeysOn, setHotkeys } from "@/app/_client/hotkeys";
import { Switch } from "@/app/_ui/switch";

/** Turns single-key shortcuts (j, k, n …) on and off on this device. */
export function KeyboardSetting() {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(hotkeysOn()), []);
  return (
    <div className="rounded-card border border-line bg-surface">
      <Switch
        id="keyboard-shortcuts"
        title="Keyboard shortcuts"
        detail="Press ? anywhere to see them."
        on={on}
        change={(next) => {
          setOn(next);
          setHotkeys(next);
        }}
      />
    </div>
  );
}
