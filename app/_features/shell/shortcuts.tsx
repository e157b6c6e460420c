"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { barkInHand, focusBark, pressInHand } from "@/app/_features/shell/bark-in-hand";
import { useCompose } from "@/app/_features/compose/context";
import { openDialog } from "@/app/_features/moderation/dialogs";
import { addHotkeys } from "@/app/_client/hotkeys";
import { leavePage } from "@/app/_client/unsaved";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

const KeysHelp = dynamic(() => import("@/app/_features/shell/keys-help").then((module) => module.KeysHelp));

/** The keyboard shortcuts of all pages. They can be turned off in Settings, and in the sheet that lists them. */
export function Shortcuts({ viewer }: { viewer: Viewer | null }) {
  // Null until it is opened for the first time, and its code loaded.
  const [open, setOpen] = useState<boolean | null>(null);
  const router = useRouter();
  const compose = useCompose();
  const handle = viewer?.handle ?? null;
  const viewerId = viewer?.id ?? null;

  useEffect(() => {
    const to = (path: string) => () => leavePage(() => router.push(path));
    const own = (path: string) => to(handle === null ? paths.signIn(path) : path);
    return addHotkeys({
      "?": () => setOpen(true),
      "/": () => void (focusSearchField() || router.push(paths.searching)),
      "g h": to(handle === null ? paths.town : paths.home),
      "g t": to(paths.town),
      "g d": to(paths.discover),
      "g n": own(paths.nearby),
      "g c": own(paths.circles),
      "g m": own(paths.messages),
      "g a": own(paths.alerts),
      "g b": own(paths.bookmarks),
      "g l": own(paths.lists),
      "g w": own(paths.drafts),
      "g s": own(paths.settings),
      "g u": to(handle === null ? paths.signIn() : paths.person(handle)),
    });
  }, [router, handle]);

  useEffect(
    () =>
      addHotkeys({
        j: () => focusBark(1),
        k: () => focusBark(-1),
        Enter: openFocused,
        r: () => pressInHand("reply"),
        l: () => pressInHand("like"),
        b: () => pressInHand("bookmark"),
        q() {
          const bark = barkInHand();
          // The menu of the button knows whether it may be quoted, and asks the signed-out to join.
          if (!bark || !compose || bark.quote_approval.current_user === "denied") pressInHand("rebark");
          else if (bark.visibility !== "private" && bark.visibility !== "direct") compose({ kind: "quote", of: bark });
        },
        e() {
          const bark = barkInHand();
          if (bark && bark.account.id === viewerId) compose?.({ kind: "edit", status: bark });
        },
        m() {
          const person = barkInHand()?.account;
          if (person && viewerId !== null && person.id !== viewerId) openDialog({ kind: "mute", person });
        },
        u() {
          const person = barkInHand()?.account;
          if (person) router.push(paths.person(person.acct));
        },
      }),
    [router, compose, viewerId],
  );
  return open !== null && <KeysHelp open={open} close={() => setOpen(false)} />;
}

/** Focuses the search field, if the page shows one. */
function focusSearchField(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-search]")];
  const field = fields.find((one) => one.checkVisibility());
  field?.focus();
  field?.select();
  return field !== undefined;
}

function openFocused(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return;
  if (focused.matches("[data-row]")) focused.querySelector<HTMLAnchorElement>("a[data-opens]")?.click();
  else focused.click();
}
