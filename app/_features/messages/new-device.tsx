"use client";

import { fill } from "@/app/_ui/fill";
import { messageKeys as sentences } from "@/app/_words/message-keys";
import { MonitorSmartphone } from "lucide-react";
import { useEffect, useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { device } from "@/app/_client/device";
import { since } from "@/app/_features/messages/parts";
import { useAct, useDevices } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import type { DeviceView } from "@/lib/messenger/schema";

/** The ids of the devices that the person has seen here. */
const KNOWN_KEY = "messages-devices";

/** Remembers that the person knows of these devices. */
export function knowDevices(devices: DeviceView[]): void {
  device.set(KNOWN_KEY, devices.map(({ deviceId }) => deviceId).join(" "));
}

/** Tells of a device that was added to the account elsewhere, and removes it in one tap. */
export function NewDeviceNotice() {
  const { value: devices } = useDevices();
  const act = useAct();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const known = device.get(KNOWN_KEY);
  useEffect(() => {
    if (devices && known === null) {
      knowDevices(devices);
      setRound((before) => before + 1);
    }
  }, [devices, known]);
  const added = known === null ? undefined : devices?.find((one) => !one.current && !known.includes(one.deviceId));
  if (!devices || !added) return null;

  const keep = () => {
    knowDevices(devices);
    setRound(round + 1);
  };
  async function remove(): Promise<void> {
    if (!added) return;
    setBusy(true);
    await act((messenger) => messenger.removeDevice(added.deviceId), sentences.removedNow);
    setBusy(false);
  }
  return (
    <section
      aria-label={sentences.newDevice}
      className="grid gap-3 border-b border-line bg-warn-soft px-4 py-3 desk:px-5"
    >
      <p className="flex items-center gap-3 text-label">
        <MonitorSmartphone className="size-5 flex-none text-warn" aria-hidden="true" />
        <span className="min-w-0">
          <b className="block wrap-anywhere">
            {fill(sentences.readsYourMessagesNow, { name: <bdi>{added.name}</bdi> })}
          </b>
          <span className="block text-meta text-ink-2">{since(added, serverNow())}</span>
        </span>
      </p>
      <div className="flex flex-wrap gap-3 *:flex-1">
        <Button look="soft" size="small" disabled={busy} onClick={keep}>
          {sentences.itIsMine}
        </Button>
        <Button look="danger" size="small" disabled={busy} onClick={() => void remove()}>
          {sentences.removeIt}
        </Button>
      </div>
    </section>
  );
}
