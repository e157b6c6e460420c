"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "@/app/_features/shell/use-sign-out";
import { signOut } from "@/app/_client/session";
import { useToast } from "@/app/_ui/toast";
import { settings as words } from "@/app/_words/settings";
import { paths } from "@/lib/paths";

/** Ends this browser's session. */
export function SignOutButton() {
  const { leave, busy, question } = useSignOut(() => location.assign(paths.landing), useToast());
  return (
    <li className="border-t border-line">
      <button
        type="button"
        disabled={busy}
        onClick={() => void leave(signOut)}
        className="flex min-h-13.5 w-full items-center gap-3.5 px-4 py-2 text-start text-label font-bold -outline-offset-2"
      >
        <LogOut className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        {words.signOut}
      </button>
      {question}
    </li>
  );
}
