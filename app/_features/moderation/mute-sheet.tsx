"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Choice } from "@/app/_features/moderation/choice";
import type { Person } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { Sheet } from "@/app/_ui/sheet";
import { moderation as words } from "@/app/_words/moderation";

const HOUR = 60 * 60;
const LENGTHS: [seconds: number, label: string][] = [
  [0, words.untilUnmuted],
  [HOUR, words.forAnHour],
  [24 * HOUR, words.forADay],
  [7 * 24 * HOUR, words.forAWeek],
  [30 * 24 * HOUR, words.forAMonth],
];

/** The choice of how long a person is muted, and whether their alerts are too. */
export function MuteSheet({ person, close }: { person: Person; close: () => void }) {
  const [length, setLength] = useState(0);
  const [alerts, setAlerts] = useState(true);
  const { mute } = useModeration();
  return (
    <Sheet open close={close} low title={words.muteTitle(person.display_name)}>
      <form
        className="grid gap-3 px-4 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void mute(person, length, alerts);
        }}
      >
        <p className="text-label text-ink-2">{words.muteEffect}</p>
        <fieldset>
          <legend className="sr-only">{words.howLong}</legend>
          {LENGTHS.map(([seconds, label]) => (
            <Choice
              key={seconds}
              type="radio"
              name="length"
              checked={length === seconds}
              chosen={() => setLength(seconds)}
            >
              {label}
            </Choice>
          ))}
        </fieldset>
        <Choice type="checkbox" name="alerts" checked={alerts} chosen={setAlerts}>
          {words.muteAlerts}
        </Choice>
        <Button type="submit" look="ink" data-first>
          {words.mute}
        </Button>
      </form>
    </Sheet>
  );
}
