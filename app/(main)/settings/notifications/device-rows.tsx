"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { PUSH_TYPES } from "@/app/_features/push/types";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { devicePushState, turnOff, turnOn, turnType, type DevicePushState } from "@/app/_features/push/device";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import { push as pushWords } from "@/app/_words/push";
import { settings as words } from "@/app/_words/settings";
import type { PushType, WebPushSubscription } from "@/lib/push/schema";

const DETAILS: Record<DevicePushState, string> = words.alerts.pushStates;

/** Whether this device shows alerts while Barker is closed, and which types. */
export function DeviceRows({ vapidKey, personId }: { vapidKey: string; personId: string }) {
  const [standing, setStanding] = useState<DevicePushState | null>(null);
  const [told, setTold] = useState<WebPushSubscription | null>(null);
  const [pressed, setPressed] = useState<boolean | null>(null);
  /** The last operation that was started: further ones run after it. */
  const last = useRef<Promise<DevicePushState | null>>(Promise.resolve(null));
  const say = useToast();

  const look = useCallback(async () => {
    const found = await devicePushState();
    setStanding(found.standing);
    setTold(found.told);
    return found.standing;
  }, []);
  useEffect(() => void (last.current = look()), [look]);

  const change = (on: boolean) => {
    setPressed(on);
    const turn = async (before: DevicePushState | null) => {
      if (before !== "on" && before !== "off") return before;
      const outcome = on ? await turnOn(vapidKey, personId) : await turnOff();
      if (outcome && !outcome.ok) say(outcome.sentence);
      return look();
    };
    const turned = last.current.then(turn).catch(look);
    last.current = turned;
    void turned.finally(() => last.current === turned && setPressed(null));
  };
  return (
    <>
      <li>
        <Switch
          id="push"
          title={words.alerts.push}
          detail={DETAILS[standing ?? "off"]}
          on={pressed ?? standing === "on"}
          change={change}
        />
      </li>
      {told &&
        PUSH_TYPES.map((type) => (
          <TypeRow
            key={`${told.id} ${type}`}
            type={type}
            title={pushWords.types[type].title}
            initially={told.alerts[type] ?? false}
          />
        ))}
    </>
  );
}

interface TypeRowProps {
  type: PushType;
  title: string;
  initially: boolean;
}

/** One type of alerts on this device. */
function TypeRow({ type, title, initially }: TypeRowProps) {
  const [on, change] = useOptimistic(
    initially,
    useCallback((next: boolean) => turnType(type, next), [type]),
  );
  return (
    <li className="border-t border-line ps-4">
      <Switch id={`push-${type}`} title={title} on={on} change={change} />
    </li>
  );
}
