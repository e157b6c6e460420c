"use client";

import { Copy, History, Link2, Mail, Pencil, Pin, PinOff, Share2, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { bark as words } from "@/app/_words/bark";
import { useBarkMutations } from "@/app/_features/bark/use-bark";
import { useDelete } from "@/app/_features/bark/use-delete";
import { EmbedItem } from "@/app/_features/cards/menu-items";
import { useCompose } from "@/app/_features/compose/context";
import BarkModerationItems from "@/app/_features/moderation/bark-items";
import { FollowItem } from "@/app/_features/people/follow-item";
import { copyAddress, copyText } from "@/app/_client/copy";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";
import { local, paths } from "@/lib/paths";

export interface BarkMenuProps {
  bark: Status;
  viewerId: string | null;
  /** The button that opened it. */
  anchor: RefObject<HTMLElement | null>;
  closed: () => void;
}

/** The open menu of a bark. */
export default function OpenBarkMenu({ bark, viewerId, anchor, closed }: BarkMenuProps) {
  const own = bark.account.id === viewerId;
  return (
    <Menu anchor={anchor} closed={closed} label={words.more(bark.account.display_name)}>
      {own && <Own bark={bark} />}
      <Links bark={bark} signedIn={viewerId !== null} />
      {viewerId !== null && !own && <FollowItem person={bark.account} />}
      {viewerId !== null && <BarkModerationItems bark={bark} viewerId={viewerId} />}
    </Menu>
  );
}

function Links({ bark, signedIn }: { bark: Status; signedIn: boolean }) {
  const say = useToast();
  const address = () => location.origin + local(bark.url);
  const { text } = bark;
  return (
    <>
      {"share" in navigator ? (
        <MenuItem icon={Share2} act={() => void navigator.share({ url: address() }).catch(() => undefined)}>
          {words.share}
        </MenuItem>
      ) : (
        <MenuItem icon={Link2} act={() => void copyAddress(address()).then(say)}>
          {words.copyLink}
        </MenuItem>
      )}
      {text && (
        <MenuItem icon={Copy} act={() => void copyText(text).then(say)}>
          {words.copyText}
        </MenuItem>
      )}
      {signedIn && (
        <MenuItem icon={Mail} href={paths.sendTo(address())}>
          {words.sendTo}
        </MenuItem>
      )}
      <EmbedItem bark={bark} />
      {bark.edited_at && (
        <MenuItem icon={History} href={paths.history(bark.account.acct, bark.id)}>
          {words.history}
        </MenuItem>
      )}
    </>
  );
}

function Own({ bark }: { bark: Status }) {
  const acts = useBarkMutations();
  const compose = useCompose();
  const remove = useDelete(bark);
  return (
    <>
      <MenuItem icon={Pencil} act={() => compose?.({ kind: "edit", status: bark })}>
        {words.edit}
      </MenuItem>
      {bark.visibility !== "direct" && (
        <MenuItem icon={bark.pinned ? PinOff : Pin} act={() => acts.pin(bark, !bark.pinned)}>
          {bark.pinned ? words.unpin : words.pin}
        </MenuItem>
      )}
      <MenuItem icon={Trash2} danger act={remove}>
        {words.remove}
      </MenuItem>
    </>
  );
}
