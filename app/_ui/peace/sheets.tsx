"use client";

import { BlockSheet } from "@/app/_ui/peace/block-sheet";
import type { Matter } from "@/app/_ui/peace/desk";
import { MuteSheet } from "@/app/_ui/peace/mute-sheet";
import { ReportSheet } from "@/app/_ui/peace/report-sheet";

/** The sheet for what was asked. */
export default function Sheets({ matter, close }: { matter: Matter; close: () => void }) {
  switch (matter.kind) {
    case "mute":
      return <MuteSheet person={matter.person} close={close} />;
    case "block":
      return <BlockSheet person={matter.person} close={close} />;
    case "report":
      return <ReportSheet person={matter.person} bark={matter.bark} close={close} />;
  }
}
