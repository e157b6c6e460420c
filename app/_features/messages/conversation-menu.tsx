"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Ban, CircleUser, Ellipsis, Lock, LogOut, Timer, UsersRound, Volume2, VolumeX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { openDialog } from "@/app/_features/moderation/dialogs";
import { ExpirySheet } from "@/app/_features/messages/expiry-sheet";
import { GroupSheet } from "@/app/_features/messages/group-sheet";
import { personOf } from "@/app/_features/messages/request-card";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import { Sheet } from "@/app/_ui/sheet";
import type { ConversationSummary } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

interface MenuProps {
  conversation: ConversationSummary;
  showSafety: () => void;
}

/** The menu of a conversation, and the sheets that it opens. */
export function ConversationMenu({ conversation, showSafety }: MenuProps) {
  const { open, anchor, closed, trigger } = usePopover();
  const [sheet, setSheet] = useState<"group" | "expiry" | "leave" | null>(null);
  const act = useAct();
  const { id, kind, muted, members } = conversation;
  const other = kind === "direct" ? members[0] : undefined;
  const close = () => setSheet(null);
  return (
    <>
      <button
        type="button"
        aria-label={sentences.moreAboutThisConversation}
        aria-haspopup="menu"
        {...trigger}
        className="grid size-11 flex-none place-items-center rounded-pill"
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={anchor} closed={closed} label={sentences.moreAboutThisConversation}>
          {other && (
            <MenuItem icon={CircleUser} href={paths.person(other.handle)}>
              {sentences.profile}
            </MenuItem>
          )}
          {kind === "group" && (
            <MenuItem icon={UsersRound} act={() => setSheet("group")}>
              {sentences.nameAndMembers}
            </MenuItem>
          )}
          <MenuItem icon={Lock} act={showSafety}>
            {sentences.whoCanReadThis}
          </MenuItem>
          <MenuItem icon={Timer} act={() => setSheet("expiry")}>
            {sentences.disappearingMessages}
          </MenuItem>
          <MenuItem
            icon={muted ? Volume2 : VolumeX}
            act={() => void act((messenger) => messenger.setMuted(id, !muted))}
          >
            {muted ? sentences.unmute : sentences.mute}
          </MenuItem>
          {other && (
            <MenuItem icon={Ban} danger act={() => openDialog({ kind: "block", person: personOf(other) })}>
              {sentences.block}
            </MenuItem>
          )}
          {kind === "group" && (
            <MenuItem icon={LogOut} danger act={() => setSheet("leave")}>
              {sentences.leave}
            </MenuItem>
          )}
        </Menu>
      )}
      <ExpirySheet conversation={conversation} open={sheet === "expiry"} close={close} />
      {kind === "group" && <GroupSheet conversation={conversation} open={sheet === "group"} close={close} />}
      <LeaveSheet id={id} open={sheet === "leave"} close={close} />
    </>
  );
}

function LeaveSheet({ id, open, close }: { id: string; open: boolean; close: () => void }) {
  const act = useAct();
  const router = useRouter();
  async function leave(): Promise<void> {
    close();
    if (await act((messenger) => messenger.leave(id), sentences.youLeftGroup)) router.push(paths.messages);
  }
  return (
    <Sheet open={open} close={close} low title={sentences.leaveThisGroup}>
      <div className="grid gap-4 px-4 pb-6">
        <p className="text-label text-ink-2">{sentences.aboutLeaving}</p>
        <div className="flex flex-wrap gap-3 *:flex-1">
          <Button look="soft" data-first onClick={close}>
            {sentences.stay}
          </Button>
          <Button look="danger" onClick={() => void leave()}>
            {sentences.leave}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
