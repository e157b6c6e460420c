"use client";

import { useEffect, useState } from "react";
import { BellRing } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { device } from "@/app/_client/device";
import { useToast } from "@/app/_ui/toast";
import { push as words } from "@/app/_words/push";

const ASKED = "push:asked";
const ASK_INTERVAL_MS = 30 * 24 * 60 * 60 * 1000;

interface AskForPushProps {
  vapidKey: string;
  personId: string;
}

/** Offers push messages to people who have alerts, once in 30 days per device, until they accept. */
export function AskForPush({ vapidKey, personId }: AskForPushProps) {
  const [asking, setAsking] = useState(false);
  const say = useToast();

  useEffect(() => {
    let left = false;
    const consider = async () => {
      const push = await import("@/app/_features/push/device");
      const { standing } = await push.devicePushState();
      if (left || standing !== "off") return;
      // They signed in again: their earlier choice on this device applies.
      if (push.wasOn(personId)) return void (await push.turnOn(vapidKey, personId));
      setAsking(Date.now() - Number(device.get(ASKED) ?? 0) > ASK_INTERVAL_MS);
    };
    void consider().catch(() => undefined);
    return () => void (left = true);
  }, [vapidKey, personId]);

  if (!asking) return null;
  const close = () => {
    device.set(ASKED, String(Date.now()));
    setAsking(false);
  };
  const accept = async () => {
    close();
    const { turnOn } = await import("@/app/_features/push/device");
    const outcome = await turnOn(vapidKey, personId);
    if (outcome?.ok) say(words.on);
    else if (outcome) say(outcome.sentence);
  };
  return (
    <section aria-label={words.label} className="flex gap-3.5 border-b border-line bg-sunken px-4 py-3.5 desk:px-5">
      <BellRing className="mt-0.5 size-6 flex-none text-accent-mark" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="text-label">
          <b className="block">{words.question}</b>
          <span className="text-ink-2">{words.detail}</span>
        </p>
        <div className="mt-2 flex flex-wrap gap-1">
          <Button onClick={() => void accept()}>{words.accept}</Button>
          <Button look="ghost" onClick={close}>
            {words.later}
          </Button>
        </div>
      </div>
    </section>
  );
}
