"use client";

import { Ellipsis, History, Link2, Mail, Pencil, Pin, PinOff, Share2, Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { useBarkMutations } from "@/app/_features/bark/use-bark";
import { useDelete } from "@/app/_features/bark/use-delete";
import { useCompose } from "@/app/_features/compose/provider";
import { copyAddress } from "@/app/_client/copy";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";
import { local, paths } from "@/lib/paths";

// A menu is opened long after the page was loaded, so its moderation items are loaded with it.
const ModerationItems = lazy(() => import("@/app/_features/moderation/bark-items"));

/** The menu with further actions for a bark. */
export function BarkMenu({ bark, viewerId }: { bark: Status; viewerId: string | null }) {
  const { open, anchor, closed, trigger } = usePopover();
  return (
    <>
      <button
        type="button"
        aria-label="More"
        aria-haspopup="menu"
        {...trigger}
        className="plain relative z-1 -my-3 grid size-11 flex-none place-items-center self-center rounded-pill text-ink-3 hover:text-ink"
      >
        <Ellipsis className="size-4.5" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={anchor} closed={closed} label="More">
          <Links bark={bark} signedIn={viewerId !== null} />
          {viewerId !== null && (
            <Suspense>
              <ModerationItems bark={bark} viewerId={viewerId} />
            </Suspense>
          )}
          {bark.account.id === viewerId && <Own bark={bark} />}
        </Menu>
      )}
    </>
  );
}

function Links({ bark, signedIn }: { bark: Status; signedIn: boolean }) {
  const say = useToast();
  const address = () => location.origin + local(bark.url);
  const copy = () => void copyAddress(address()).then(say);
  return (
    <>
      <MenuItem icon={Link2} act={copy}>
        Copy link
      </MenuItem>
      {"share" in navigator && (
        <MenuItem icon={Share2} act={() => void navigator.share({ url: address() }).catch(() => undefined)}>
          Share
        </MenuItem>
      )}
      {signedIn && (
        <MenuItem icon={Mail} href={paths.sendTo(location.origin + local(bark.url))}>
          Send to…
        </MenuItem>
      )}
      {bark.edited_at && (
        <MenuItem icon={History} href={paths.history(bark.account.acct, bark.id)}>
          Edit history
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
        Edit
      </MenuItem>
      {bark.visibility !== "direct" && (
        <MenuItem icon={bark.pinned ? PinOff : Pin} act={() => acts.pin(bark, !bark.pinned)}>
          {bark.pinned ? "Unpin from profile" : "Pin to profile"}
        </MenuItem>
      )}
      <MenuItem icon={Trash2} danger act={remove}>
        Delete
      </MenuItem>
    </>
  );
}
