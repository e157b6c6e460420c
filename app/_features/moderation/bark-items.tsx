"use client";

import { Bell, BellOff, Flag, MessageSquareQuote, MessageSquareX, ShieldBan, VolumeX } from "lucide-react";
import { MenuItem } from "@/app/_ui/menu";
import { openDialog } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { moderation as words } from "@/app/_words/moderation";
import type { Status } from "@/lib/barks/schema";

/** The moderation items of a bark's menu: for its conversation and (unless it is the viewer's own) its author. */
export default function BarkModerationItems({ bark, viewerId }: { bark: Status; viewerId: string }) {
  const { muteThread, setQuotePolicy, revokeQuote } = useModeration();
  const person = bark.account;
  const own = person.id === viewerId;
  const quoted = bark.quote?.quoted_status;
  const closed = bark.quote_approval.automatic.length === 0;
  return (
    <>
      <MenuItem icon={bark.muted ? Bell : BellOff} act={() => void muteThread(bark, !bark.muted)}>
        {bark.muted ? words.unmuteThread : words.muteThread}
      </MenuItem>
      {own && bark.visibility !== "private" && (
        <MenuItem
          icon={closed ? MessageSquareQuote : MessageSquareX}
          act={() => void setQuotePolicy(bark, closed ? "public" : "nobody")}
        >
          {closed ? words.openQuotes : words.closeQuotes}
        </MenuItem>
      )}
      {!own && quoted?.account.id === viewerId && (
        <MenuItem icon={MessageSquareX} act={() => void revokeQuote(bark, quoted.id)}>
          {words.revokeQuote}
        </MenuItem>
      )}
      {!own && (
        <>
          <MenuItem icon={VolumeX} act={() => openDialog({ kind: "mute", person })}>
            {words.muteHandle(person.acct)}
          </MenuItem>
          <MenuItem icon={ShieldBan} act={() => openDialog({ kind: "block", person })}>
            {words.blockHandle(person.acct)}
          </MenuItem>
          <MenuItem icon={Flag} danger act={() => openDialog({ kind: "report", person, bark })}>
            {words.report}
          </MenuItem>
        </>
      )}
    </>
  );
}
