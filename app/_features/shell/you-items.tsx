"use client";

import { Heart, LogOut, Palette } from "lucide-react";
import type { RefObject } from "react";
import { useSignOut } from "@/app/_features/shell/use-sign-out";
import { signOut } from "@/app/_client/session";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { useToast } from "@/app/_ui/toast";
import { shell as words } from "@/app/_words/shell";
import { paths } from "@/lib/paths";

interface YouItemsProps {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  closed: () => void;
}

/** The items of the viewer's own menu, and the question that signing out may ask after the menu is closed. */
export function YouItems({ open, anchor, closed }: YouItemsProps) {
  const { leave, question } = useSignOut(() => location.assign(paths.landing), useToast());
  return (
    <>
      {open && (
        <Menu anchor={anchor} closed={closed} label={words.account}>
          <MenuItem icon={Heart} href={paths.likes}>
            {words.places.likes}
          </MenuItem>
          <MenuItem icon={Palette} href={paths.appearanceSettings}>
            {words.appearance}
          </MenuItem>
          <MenuItem icon={LogOut} act={() => void leave(signOut)}>
            {words.signOut}
          </MenuItem>
        </Menu>
      )}
      {question}
    </>
  );
}
