"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { usePopover } from "@/app/_ui/popover";
import { shell as words } from "@/app/_words/shell";

const YouItems = dynamic(() => import("@/app/_features/shell/you-items").then((module) => module.YouItems));

/** The menu beside the viewer's name: what has no row of its own in the navigation column. */
export function YouMenu() {
  const { open, anchor, closed, trigger } = usePopover();
  const [opened, setOpened] = useState(false);
  if (open && !opened) setOpened(true);
  return (
    <>
      <button
        type="button"
        aria-label={words.account}
        aria-haspopup="menu"
        {...trigger}
        className="plain hidden size-11 flex-none place-items-center rounded-pill hover:bg-sunken desk:grid"
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      {opened && <YouItems open={open} anchor={anchor} closed={closed} />}
    </>
  );
}
