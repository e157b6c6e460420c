"use client";

import { Quote, Repeat2 } from "lucide-react";
import { ActButton } from "@/app/_features/bark/act-button";
import { counted } from "@/app/_features/bark/say";
import { useBarkMutations } from "@/app/_features/bark/use-bark-mutations";
import { useSignedIn } from "@/app/_features/bark/use-signed-in";
import { useCompose } from "@/app/_features/compose/provider";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import type { Status } from "@/lib/barks/schema";

/** Passes a bark on, as it is or with words of one's own. */
export function RebarkButton({ bark, viewerId, large }: { bark: Status; viewerId: string | null; large: boolean }) {
  const { open, anchor, closed, trigger } = usePopover();
  const acts = useBarkMutations();
  const compose = useCompose();
  const signedIn = useSignedIn(viewerId);
  const own = bark.account.id === viewerId;
  // What only followers read is not passed on, but by its author to the same followers.
  const closedToOthers = bark.visibility === "private" || bark.visibility === "direct";
  return (
    <>
      <ActButton
        {...trigger}
        onClick={() => signedIn() && trigger.onClick()}
        aria-haspopup="menu"
        disabled={closedToOthers && !own}
        icon={Repeat2}
        large={large}
        label={`Rebark, ${counted(bark.reblogs_count, "rebark")}`}
        count={bark.reblogs_count}
        on={bark.reblogged}
        data-act="rebark"
      />
      {open && (
        <Menu anchor={anchor} closed={closed} label="Rebark">
          <MenuItem icon={Repeat2} act={() => acts.rebark(bark, !bark.reblogged)}>
            {bark.reblogged ? "Take rebark back" : "Rebark"}
          </MenuItem>
          {!closedToOthers && (
            <MenuItem icon={Quote} act={() => compose?.({ kind: "quote", of: bark })}>
              Quote
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
}
