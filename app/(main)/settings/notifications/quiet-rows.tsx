"use client";

import { useCallback, useId } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";
import { settings as words } from "@/app/_words/settings";
import type { PushSettings } from "@/lib/push/schema";

/** The defaults when quiet hours are turned on. */
const DEFAULT_HOURS = { quiet_from: "22:00", quiet_to: "07:00" };

/** When the viewer's devices show no alerts, and what a locked screen may show. */
export function QuietRows({ initially }: { initially: PushSettings }) {
  const [settings, change] = useOptimistic(
    initially,
    useCallback((next: PushSettings) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return send("/api/v1/barker/push/settings", { method: "PUT", json: { ...next, time_zone: timeZone } });
    }, []),
  );
  const { quiet_from: from, quiet_to: to } = settings;
  const isQuiet = from !== null && to !== null;
  return (
    <>
      <li>
        <Switch
          id="quiet"
          title={words.alerts.quiet}
          detail={words.alerts.quietDetail}
          on={isQuiet}
          change={(on) => change({ ...settings, ...(on ? DEFAULT_HOURS : { quiet_from: null, quiet_to: null }) })}
        />
        {isQuiet && (
          <div className="grid grid-cols-2 gap-3 px-4 pb-3">
            <Clock label={words.alerts.from} time={from} change={(quiet_from) => change({ ...settings, quiet_from })} />
            <Clock label={words.alerts.to} time={to} change={(quiet_to) => change({ ...settings, quiet_to })} />
          </div>
        )}
      </li>
      <li className="border-t border-line">
        <Switch
          id="shows-private"
          title={words.alerts.showPrivate}
          detail={words.alerts.showPrivateDetail}
          on={settings.shows_private}
          change={(on) => change({ ...settings, shows_private: on })}
        />
      </li>
    </>
  );
}

/** A time of day. A field that was emptied keeps its value. */
function Clock({ label, time, change }: { label: string; time: string; change: (time: string) => void }) {
  const id = useId();
  return (
    <span className="grid grid-cols-1 gap-1 text-label">
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="time"
        value={time}
        onChange={(event) => event.target.value && change(event.target.value)}
        className="min-h-11 w-full rounded-field border-thick border-edge bg-surface px-3 text-label"
      />
    </span>
  );
}
