"use client";

import { Printer } from "lucide-react";
import { CodePicture } from "@/app/_features/messages/code-picture";
import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { invitations as words } from "@/app/_words/invitations";

/** An invitation as a QR code, to be shown on a screen or printed. */
export function CodeSheet({ url, close }: { url: string; close: () => void }) {
  return (
    <Sheet open close={close} low title={words.code}>
      <div className="grid justify-items-center gap-4 px-4 pb-5">
        <div className="on-paper grid w-full justify-items-center gap-3 print:[&_.code-picture]:max-w-[14cm]">
          <CodePicture code={url} label={words.codeNamed(url)} />
          <b className="text-label wrap-anywhere">{url.replace(/^https?:\/\//, "")}</b>
        </div>
        <p className="text-label text-ink-2">{words.codeAbout}</p>
        <Button look="soft" onClick={() => print()}>
          <Printer className="size-4.5" aria-hidden="true" /> {words.print}
        </Button>
      </div>
    </Sheet>
  );
}
