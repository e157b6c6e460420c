"use client";

import { Bookmark, Ellipsis, Heart, Settings } from "lucide-react";
import { cx } from "@/app/_ui/cx";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import { paths } from "@/lib/paths";

/** The viewer's own menu: bookmarks, likes, settings. */
export function YouMenu({ className }: { className?: string }) {
  const { open, anchor, closed, trigger } = usePopover();
  return (
    <>
      <button
        type="button"
        aria-label="Your lists and settings"
        aria-haspopup="menu"
        {...trigger}
        className={cx("grid size-11 flex-none place-items-center rounded-pill hover:bg-sunken", className)}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      {open && (
        <Menu anchor={anchor} closed={closed} label="Your lists and settings">
          <MenuItem icon={Bookmark} href={paths.bookmarks}>
            Bookmarks
          </MenuItem>
          <MenuItem icon={Heart} href={paths.likes}>
            Likes
          </MenuItem>
          <MenuItem icon={Settings} href={paths.settings}>
            Settings
          </MenuItem>
        </Menu>
      )}
    </>
  );
}
