"use client";

import { MonitorSmartphone, SquarePlus } from "lucide-react";
import { useState } from "react";
import { install, installWay, type InstallWay } from "@/app/_client/install";
import { useStore } from "@/app/_client/use-store";
import { Sheet } from "@/app/_ui/sheet";
import { shell } from "@/app/_words/shell";

const words = shell.install;

/** How to install Barker here, and what a press on the offer does: the browser asks, or the steps are shown. */
function useInstall() {
  const way = useStore(installWay, (value) => value, null);
  const [open, setOpen] = useState(false);
  return { way, press: () => (way === "ask" ? void install() : setOpen(true)), open, close: () => setOpen(false) };
}

/** An offer to install Barker, among the viewer's places on a phone. */
export function InstallPlace({ className }: { className: string }) {
  const { way, press, open, close } = useInstall();
  if (way === null) return null;
  return (
    <>
      <button type="button" onClick={press} className={className}>
        <SquarePlus className="size-5.5" aria-hidden="true" />
        {words.short}
      </button>
      <Steps way={way} open={open} close={close} />
    </>
  );
}

/** The same as a row of settings. */
export function InstallRow() {
  const { way, press, open, close } = useInstall();
  if (way === null) return null;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        onClick={press}
        className="flex min-h-13.5 w-full items-center gap-3.5 px-4 py-2 text-start -outline-offset-2"
      >
        <MonitorSmartphone className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        <span>
          <b className="block text-label">{words.title}</b>
          <span className="block text-meta text-ink-3">{words.detail}</span>
        </span>
      </button>
      <Steps way={way} open={open} close={close} />
    </li>
  );
}

function Steps({ way, open, close }: { way: InstallWay; open: boolean; close: () => void }) {
  const steps = way === "iphone" ? words.iphone : words.menu;
  return (
    <Sheet open={open} close={close} title={words.title} low>
      <ol className="grid list-decimal gap-2 px-5 ps-10 pb-4 text-ink-2">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="px-5 pb-6 text-label text-ink-2">{words.why}</p>
    </Sheet>
  );
}
