"use client";

import { useState } from "react";
import { cx } from "@/app/_ui/cx";
import { applyTheme, type Theme } from "@/app/_client/theme";

const CHOICES: [Theme, string][] = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["system", "As the device"],
];

/** Light, dark, or the device's theme. Stored in a cookie, so that the server can render it. */
export function ThemeSetting({ initially }: { initially: Theme }) {
  const [theme, setTheme] = useState(initially);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <fieldset>
      <legend className="mb-2 text-heading leading-6 font-bold">Colours</legend>
      <div className="flex flex-wrap rounded-[1.375rem] bg-sunken p-[3px]">
        {CHOICES.map(([value, label]) => (
          <label
            key={value}
            className={cx(
              "grid min-h-11 flex-1 place-items-center rounded-pill px-3 text-small has-focus-visible:outline-2 has-focus-visible:outline-focus",
              theme === value ? "bg-thumb font-bold shadow-e1" : "font-medium text-ink-2",
            )}
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
