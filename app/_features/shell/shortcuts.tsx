"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useHotkey } from "@/app/_client/hotkeys";
import { Sheet } from "@/app/_ui/sheet";
import { paths } from "@/lib/paths";

const KEYS = [
  ["j", "Next bark"],
  ["k", "Bark before"],
  ["Enter", "Open the bark"],
  ["n", "New bark"],
  ["r", "Reply"],
  ["l", "Like, or take it back"],
  ["e", "Edit your message"],
  [".", "Show new barks"],
  ["h", "Home"],
  ["m", "Messages"],
  ["a", "Alerts"],
  ["t", "Town"],
  ["d", "Discover"],
  ["/", "Search"],
  ["?", "This help"],
] as const;

/** The global keyboard shortcuts, and the sheet that lists them. They can be turned off in Settings. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  useHotkey(
    "?",
    useCallback(() => setOpen(true), []),
  );
  useHotkey(
    "h",
    useCallback(() => router.push(paths.home), [router]),
  );
  useHotkey(
    "m",
    useCallback(() => router.push(paths.messages), [router]),
  );
  useHotkey(
    "a",
    useCallback(() => router.push(paths.alerts), [router]),
  );
  useHotkey(
    "t",
    useCallback(() => router.push(paths.town), [router]),
  );
  useHotkey(
    "d",
    useCallback(() => router.push(paths.discover), [router]),
  );
  useHotkey(
    "/",
    useCallback(() => {
      if (!toSearchField()) router.push(paths.searching);
    }, [router]),
  );
  useHotkey(
    "j",
    useCallback(() => move(1), []),
  );
  useHotkey(
    "k",
    useCallback(() => move(-1), []),
  );
  useHotkey("r", reply);
  useHotkey("l", like);
  useHotkey("Enter", openFocused, true);
  return (
    <Sheet open={open} close={() => setOpen(false)} title="Keyboard">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 px-5 pb-6 text-label">
        {KEYS.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-8 rounded-tag border border-edge px-2 text-center font-sans">
                {key}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

/** Moves the focus to the next or the previous bark on the page. */
function move(by: 1 | -1): void {
  const barks = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = document.activeElement?.closest("[data-row]");
  const at = focused
    ? barks.findIndex((bark) => bark === focused)
    : barks.findIndex((bark) => bark.getBoundingClientRect().top >= 52) - by;
  barks[at + by]?.focus();
  barks[at + by]?.scrollIntoView({ block: "nearest" });
}

/** Focuses the search field, if the page shows one. */
function toSearchField(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-search]")];
  const field = fields.find((one) => one.checkVisibility());
  field?.focus();
  field?.select();
  return field !== undefined;
}

const reply = () => actOnFocused("reply");
const like = () => actOnFocused("like");

/** Presses a button of the focused bark; on a bark's own page, of that one. */
function actOnFocused(act: "reply" | "like"): void {
  const row = document.activeElement?.closest("[data-row]") ?? document.querySelector(".big-bark");
  row?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.click();
}

function openFocused(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return;
  if (focused.matches("[data-row]")) focused.querySelector<HTMLAnchorElement>("a[data-opens]")?.click();
  else focused.click();
}
