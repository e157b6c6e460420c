"use client";

import { Bell, BellOff, Flag, ShieldBan, VolumeX } from "lucide-react";
import { MenuItem } from "@/app/_ui/menu";
import { openDialog } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import type { Status } from "@/lib/barks/schema";

/** The moderation items of a bark's menu: for its conversation and (unless it is the viewer's own) its author. */
export default function BarkModerationItems({ bark, own }: { bark: Status; own: boolean }) {
  const { muteThread } = useModeration();
  const person = bark.account;
  return (
    <>
      <MenuItem icon={bark.muted ? Bell : BellOff} act={() => void muteThread(bark, !bark.muted)}>
        {bark.muted ? "Unmute conversation" : "Mute conversation"}
      </MenuItem>
      {!own && (
        <>
          <MenuItem icon={VolumeX} act={() => openDialog({ kind: "mute", person })}>
            Mute @{person.acct}
          </MenuItem>
          <MenuItem icon={ShieldBan} act={() => openDialog({ kind: "block", person })}>
            Block @{person.acct}
          </MenuItem>
          <MenuItem icon={Flag} danger act={() => openDialog({ kind: "report", person, bark })}>
            Report
          </MenuItem>
        </>
      )}
    </>
  );
}
