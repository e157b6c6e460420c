"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { signOut } from "@/app/_ui/session-client";
import { paths } from "@/lib/paths";

/** Ends this browser's session. */
export function SignOut() {
  const [busy, setBusy] = useState(false);
  async function leave(): Promise<void> {
    setBusy(true);
    await signOut().catch(() => undefined);
    location.assign(paths.landing);
  }
  return (
    <li className="border-t border-line">
      <button
        type="button"
        disabled={busy}
        onClick={() => void leave()}
        className="flex min-h-[3.375rem] w-full items-center gap-3.5 px-4 py-2 text-left text-label font-bold -outline-offset-2"
      >
        <LogOut className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        Sign out
      </button>
    </li>
  );
}
