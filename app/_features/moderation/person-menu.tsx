"use client";

import {
  Bell,
  BellOff,
  Ellipsis,
  Flag,
  ListPlus,
  Repeat2,
  ShieldBan,
  ShieldCheck,
  UserMinus,
  Volume2,
  VolumeX,
} from "lucide-react";
import { buttonClass } from "@/app/_ui/button";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { RssItem } from "@/app/_features/cards/menu-items";
import { openDialog, type Person } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { usePopover } from "@/app/_ui/popover";
import { moderation as words } from "@/app/_words/moderation";
import { paths } from "@/lib/paths";
import type { Relationship } from "@/lib/people/schema";

/** The menu with further actions for a person. */
export function PersonMenu({ person, relationship }: { person: Person; relationship: Relationship }) {
  const { open, anchor, closed, trigger } = usePopover();
  const label = words.moreAbout(person.display_name);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        {...trigger}
        className={buttonClass({ look: "outline" }, "w-11 px-0!")}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={anchor} closed={closed} label={label}>
          <Items person={person} relationship={relationship} />
        </Menu>
      )}
    </>
  );
}

function Items({ person, relationship }: { person: Person; relationship: Relationship }) {
  const { wish, unmute, unblock, removeFollower } = useModeration();
  const { following, notifying, showing_reblogs: rebarks, followed_by: follower, muting, blocking } = relationship;
  const name = person.display_name;
  return (
    <>
      {following && (
        <>
          <MenuItem
            icon={notifying ? BellOff : Bell}
            act={() =>
              void wish(person, { notify: !notifying }, notifying ? words.alertsOff(name) : words.alertsOn(name))
            }
          >
            {notifying ? words.stopAlerts : words.startAlerts}
          </MenuItem>
          <MenuItem icon={ListPlus} href={paths.addToLists(person.acct)}>
            {words.addToLists}
          </MenuItem>
          <MenuItem
            icon={Repeat2}
            act={() =>
              void wish(person, { reblogs: !rebarks }, rebarks ? words.rebarksHidden(name) : words.rebarksShown(name))
            }
          >
            {rebarks ? words.hideRebarks : words.showRebarks}
          </MenuItem>
        </>
      )}
      <RssItem handle={person.acct} />
      {follower && (
        <MenuItem icon={UserMinus} act={() => void removeFollower(person)}>
          {words.removeFollower}
        </MenuItem>
      )}
      {!blocking && (
        <MenuItem
          icon={muting ? Volume2 : VolumeX}
          act={() => (muting ? void unmute(person) : openDialog({ kind: "mute", person }))}
        >
          {muting ? words.unmute : words.mute}
        </MenuItem>
      )}
      <MenuItem
        icon={blocking ? ShieldCheck : ShieldBan}
        act={() => (blocking ? void unblock(person) : openDialog({ kind: "block", person }))}
      >
        {blocking ? words.unblock : words.block}
      </MenuItem>
      <MenuItem icon={Flag} danger act={() => openDialog({ kind: "report", person })}>
        {words.report}
      </MenuItem>
    </>
  );
}
