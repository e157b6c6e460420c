"use client";

import { useState } from "react";
import { send } from "@/app/_ui/api";
import { Button } from "@/app/_ui/button";
import { signOut } from "@/app/_ui/session-client";
import { useToast } from "@/app/_ui/toast";
import { paths } from "@/lib/paths";

/** Signing out, here or everywhere. */
export function Sessions() {
  const [busy, setBusy] = useState(false);
  const say = useToast();

  async function leave(everywhere: boolean): Promise<void> {
    setBusy(true);
    const outcome = everywhere ? await send("/api/v1/barker/sessions", { method: "DELETE" }) : null;
    if (outcome && !outcome.ok) {
      say(outcome.sentence);
      return setBusy(false);
    }
    await signOut().catch(() => undefined);
    location.assign(paths.landing);
  }

  return (
    <section aria-labelledby="sessions" className="grid justify-items-start gap-3">
      <h2 id="sessions" className="text-[1.125rem] leading-6 font-bold">
        Signing out
      </h2>
      <Button look="outline" disabled={busy} onClick={() => void leave(false)}>
        Sign out
      </Button>
      <Button look="danger" disabled={busy} onClick={() => void leave(true)}>
        Sign out everywhere
      </Button>
      <p className="text-meta text-ink-3">Everywhere ends all browsers and all apps that use your account.</p>
    </section>
  );
}
