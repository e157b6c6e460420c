"use client";

import { Ellipsis } from "lucide-react";
import { lazy, Suspense } from "react";
import { bark as words } from "@/app/_words/bark";
import { Menu } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import type { BarkMenuProps } from "@/app/_features/bark/menu-items";
import type { Status } from "@/lib/barks/schema";

// A menu is opened long after the page was loaded, and few are.
const loadItems = () => import("@/app/_features/bark/menu-items");
const MenuItems = lazy(() => loadItems().catch(() => ({ default: NotLoaded })));

/** The menu with further actions for a bark. */
export function BarkMenu({ bark, viewerId }: { bark: Status; viewerId: string | null }) {
  const { open, anchor, closed, trigger } = usePopover();
  return (
    <>
      <button
        type="button"
        aria-label={words.more(bark.account.display_name)}
        aria-haspopup="menu"
        onPointerEnter={() => void loadItems().catch(() => undefined)}
        {...trigger}
        className="plain relative z-1 -my-3 grid size-11 flex-none place-items-center self-center rounded-pill text-ink-3 hover:text-ink"
      >
        <Ellipsis className="size-4.5" aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <MenuItems bark={bark} viewerId={viewerId} anchor={anchor} closed={closed} />
        </Suspense>
      )}
    </>
  );
}

function NotLoaded({ anchor, closed }: Pick<BarkMenuProps, "anchor" | "closed">) {
  return (
    <Menu anchor={anchor} closed={closed} label={words.actions}>
      <p className="px-3 py-2 text-label text-ink-2">{words.menuNotLoaded}</p>
    </Menu>
  );
}
