"use client";

import { BlockSheet } from "@/app/_features/moderation/block-sheet";
import type { DialogRequest } from "@/app/_features/moderation/dialogs";
import { MuteSheet } from "@/app/_features/moderation/mute-sheet";
import { ReportSheet } from "@/app/_features/moderation/report-sheet";

/** The sheet that was requested. */
export default function Sheets({ matter, close }: { matter: DialogRequest; close: () => void }) {
  switch (matter.kind) {
    case "mute":
      return <MuteSheet person={matter.person} close={close} />;
    case "block":
      return <BlockSheet person={matter.person} close={close} />;
    case "report":
      return <ReportSheet person={matter.person} bark={matter.bark} close={close} />;
  }
}
