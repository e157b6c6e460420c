"use client";

import { useCallback, useEffect, useState } from "react";
import { TYPES } from "@/app/_features/push/types";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { devicePushState, turnOff, turnOn, turnType, type DevicePushState } from "@/app/_features/push/device";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import type { NotificationType } from "@/lib/notifications/schema";
import type { WebPushSubscription } from "@/lib/push/schema";

const DETAILS: Record<DevicePushState, string> = {
  on: "It tells you of alerts while Barker is closed",
  off: "Hear of alerts while Barker is closed",
  blocked: "Your browser blocks it: allow notifications for this page in its settings",
  insecure: "Browsers allow it only where Barker is opened by https",
  unsupported: "This browser cannot do it. On an iPhone, add Barker to the home screen first",
};

/** Whether this device tells of alerts while Barker is closed, and of which. */
export function DeviceRows({ vapidKey, personId }: { vapidKey: string; personId: string }) {
  const [standing, setStanding] = useState<DevicePushState | null>(null);
  const [told, setTold] = useState<WebPushSubscription | null>(null);
  const say = useToast();

  useEffect(() => {
    let left = false;
    void devicePushState().then((found) => {
      if (left) return;
      setStanding(found.standing);
      setTold(found.told);
    });
    return () => void (left = true);
  }, []);

  const change = async (on: boolean) => {
    if (standing !== "on" && standing !== "off") return;
    setStanding(on ? "on" : "off");
    const outcome = on ? await turnOn(vapidKey, personId) : await turnOff();
    if (outcome && !outcome.ok) say(outcome.sentence);
    const found = await devicePushState();
    setStanding(found.standing);
    setTold(found.told);
  };
  return (
    <>
      <li>
        <Switch
          id="push"
          title="Push on this device"
          detail={DETAILS[standing ?? "off"]}
          on={standing === "on"}
          change={(on) => void change(on)}
        />
      </li>
      {told &&
        TYPES.map(([type, title]) => (
          <TypeRow key={`${told.id} ${type}`} type={type} title={title} initially={told.alerts[type] ?? false} />
        ))}
    </>
  );
}

interface TypeRowProps {
  type: NotificationType;
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
