"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { textOf } from "@/app/_client/api";
import { DeviceLine } from "@/app/_features/messages/parts";
import { useAct, useDevices } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Sheet } from "@/app/_ui/sheet";
import type { DeviceView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

const NAME_LIMIT = 60;
const TOOL = "grid size-11 place-items-center rounded-pill";

/** The person's own devices, each with its name and, except for this one, its removal. */
export function DeviceList() {
  const { value: devices, problem } = useDevices();
  const [renaming, setRenaming] = useState<string | null>(null);
  const [removing, setRemoving] = useState<DeviceView | null>(null);
  const now = serverNow();
  if (!devices) return <p className="min-h-13 px-4 py-4 text-meta text-ink-2">{problem ?? sentences.oneMoment}</p>;
  return (
    <>
      <ul>
        {devices.map((device) =>
          renaming === device.deviceId ? (
            <Renaming key={device.deviceId} device={device} done={() => setRenaming(null)} />
          ) : (
            <DeviceLine key={device.deviceId} device={device} now={now}>
              <span className="flex">
                <button
                  type="button"
                  aria-label={messageKeys.rename(device.name)}
                  onClick={() => setRenaming(device.deviceId)}
                  className={TOOL}
                >
                  <Pencil className="size-5 text-ink-2" aria-hidden="true" />
                </button>
                {!device.current && (
                  <button
                    type="button"
                    aria-label={sentences.removeNamed(device.name)}
                    onClick={() => setRemoving(device)}
                    className={TOOL}
                  >
                    <Trash2 className="size-5 text-danger" aria-hidden="true" />
                  </button>
                )}
              </span>
            </DeviceLine>
          ),
        )}
      </ul>
      <Sheet
        open={removing !== null}
        close={() => setRemoving(null)}
        low
        title={messageKeys.removeQuestion(isolated(removing?.name ?? ""))}
      >
        {removing && <Removing device={removing} close={() => setRemoving(null)} />}
      </Sheet>
    </>
  );
}

function Renaming({ device, done }: { device: DeviceView; done: () => void }) {
  const act = useAct();
  return (
    <li className="border-line px-4 py-3 not-first:border-t">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const name = textOf(new FormData(event.currentTarget), "name").trim();
          if (name === "") return;
          void act((messenger) => messenger.renameDevice(device.deviceId, name)).then((renamed) => renamed && done());
        }}
      >
        <TextInput
          className="min-w-0 grow basis-40"
          label={messageKeys.nameOfThisDevice}
          name="name"
          required
          maxLength={NAME_LIMIT}
          defaultValue={device.name}
          ref={(input) => input?.focus()}
        />
        <Button type="submit">{sentences.save}</Button>
      </form>
    </li>
  );
}

function Removing({ device, close }: { device: DeviceView; close: () => void }) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  async function remove(): Promise<void> {
    setBusy(true);
    await act((messenger) => messenger.removeDevice(device.deviceId), `${isolated(device.name)} is removed`);
    setBusy(false);
    close();
  }
  return (
    <div className="grid gap-4 px-4 pb-6">
      <ul className="grid list-disc gap-1 ps-5 text-label text-ink-2">
        <li>{messageKeys.removedReadsNothing}</li>
        <li>{messageKeys.removedKeepsWhatItHas}</li>
        <li>{messageKeys.othersSeeItGone}</li>
      </ul>
      <div className="flex flex-wrap gap-3 *:flex-1">
        <Button look="soft" data-first onClick={close}>
          {sentences.cancel}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          {busy ? messageKeys.removing : messageKeys.remove}
        </Button>
      </div>
    </div>
  );
}
