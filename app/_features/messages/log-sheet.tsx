"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { Laptop, Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { serverNow } from "@/app/_client/clock";
import { Checks, Group, logWords, SheetHead, Way } from "@/app/_features/messages/parts";
import { agoOf } from "@/app/_features/messages/times";
import { Sheet } from "@/app/_ui/sheet";
import type { LogState } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

const CHECKED = [messageKeys.onlyYouAddedDevices, messageKeys.publicListIntact, messageKeys.newestStateSigned].map(
  (words) => ({ words, ok: true }),
);

/** What this device checked about all keys, and what a browser cannot promise. */
export function LogSheet({ log, open, close }: { log: LogState; open: boolean; close: () => void }) {
  const router = useRouter();
  return (
    <Sheet open={open} close={close} title={sentences.keysCheckedByYourDevices} low bare>
      <SheetHead
        icon={Lock}
        title={sentences.keysCheckedByYourDevices}
        detail={messageKeys.checkedNothingToCompare(agoOf(log.checkedAt, serverNow()))}
        close={close}
      />
      <div className="grid grid-cols-1 gap-3.5 overflow-y-auto px-4 pb-8">
        <Group title={messageKeys.whatThisDeviceChecked}>
          <Checks of={CHECKED} />
          <p className="border-t border-line px-4 py-2.5 text-meta text-ink-3 tabular-nums">{logWords(log)}</p>
        </Group>
        <ul className="overflow-hidden rounded-card border border-line bg-surface">
          <Way
            icon={Laptop}
            title={messageKeys.yourDevices}
            detail={messageKeys.whichReadMessages}
            act={() => {
              close();
              router.push(paths.messageSettings);
            }}
          />
        </ul>
        <p className="text-meta text-ink-2">{messageKeys.whatIsSeenAndTrusted}</p>
      </div>
    </Sheet>
  );
}
