"use client";

import { messageKeys as sentences } from "@/app/_words/message-keys";
import { Bell, Mail, ScanQrCode } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { knowDevices } from "@/app/_features/messages/new-device";
import { SheetHead } from "@/app/_features/messages/parts";
import { WhenReady } from "@/app/_features/messages/states";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { TextArea } from "@/app/_ui/text-area";
import { BackBar } from "@/app/_ui/top-bar";
import { Smartphone } from "lucide-react";
import { paths } from "@/lib/paths";

const Scanner = lazy(() => import("@/app/_features/messages/scanner"));

/** On a device that has the keys: scanning or pasting the code of a new one, and saying yes. */
export function LinkOtherDevice({ handle }: { handle: string }) {
  const act = useAct();
  const [scans, setScans] = useState(false);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<{ code: string; deviceName: string } | null>(null);

  async function read(code: string): Promise<void> {
    setScans(false);
    const found = await act((messenger) => messenger.readLink(code.trim()));
    if (found) setAsked({ code: code.trim(), deviceName: found.value.deviceName });
  }
  return (
    <>
      <BackBar title={sentences.linkDevice} />
      <WhenReady>
        <div className="grid grid-cols-1 gap-5 px-5 pt-5 pb-8">
          {scans ? (
            <Suspense>
              <Scanner hint={sentences.holdCode} found={(code) => void read(code)} cannot={() => setScans(false)} />
            </Suspense>
          ) : (
            <>
              <p className="text-ink-2">{sentences.openMessagesOnNewDevice}</p>
              <Button size="large" onClick={() => setScans(true)}>
                <ScanQrCode className="size-5" aria-hidden="true" />
                {sentences.scanItsCode}
              </Button>
              <form
                className="grid gap-3"
                onSubmit={(event) => {
                  event.preventDefault();
                  void read(text);
                }}
              >
                <TextArea
                  label={sentences.orPasteItsCode}
                  rows={3}
                  value={text}
                  autoCapitalize="none"
                  autoComplete="off"
                  spellCheck={false}
                  translate="no"
                  onChange={(event) => setText(event.target.value)}
                />
                <Button type="submit" look="soft" disabled={text.trim() === ""}>
                  {sentences.goOn}
                </Button>
              </form>
            </>
          )}
        </div>
      </WhenReady>
      <Sheet open={asked !== null} close={() => setAsked(null)} low bare title={sentences.linkQuestion}>
        {asked && <Confirm {...asked} handle={handle} close={() => setAsked(null)} />}
      </Sheet>
    </>
  );
}

interface ConfirmProps {
  code: string;
  deviceName: string;
  handle: string;
  close: () => void;
}

function Confirm({ code, deviceName, handle, close }: ConfirmProps) {
  const act = useAct();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function accept(): Promise<void> {
    setBusy(true);
    const linked = await act((messenger) => messenger.acceptLink(code), sentences.linkedGettingMessages);
    // This person has just said that it is theirs.
    if (linked) await act(async (messenger) => knowDevices(await messenger.devices()));
    setBusy(false);
    close();
    if (linked) router.push(paths.messageSettings);
  }
  return (
    <>
      <SheetHead
        icon={Smartphone}
        look="plain"
        title={sentences.linkQuestion}
        detail={sentences.asksToJoinAs(deviceName, handle)}
        close={close}
      />
      <div className="grid grid-cols-1 gap-4 px-4 pb-8">
        <ul className="grid gap-2 rounded-card border border-line bg-surface px-4 py-3 text-label text-ink-2">
          <li className="flex gap-3">
            <Mail className="size-5 flex-none" aria-hidden="true" />
            {sentences.linkedCanRead}
          </li>
          <li className="flex gap-3">
            <Bell className="size-5 flex-none" aria-hidden="true" />
            {sentences.yourOtherDevicesAreTold}
          </li>
        </ul>
        <b className="text-label">{sentences.sayYesOnlyInHand}</b>
        <div className="grid gap-3">
          <Button size="large" disabled={busy} onClick={() => void accept()}>
            {busy ? sentences.linking : sentences.linkIt}
          </Button>
          <Button look="soft" data-first disabled={busy} onClick={close}>
            {sentences.thisIsNotMine}
          </Button>
        </div>
      </div>
    </>
  );
}
