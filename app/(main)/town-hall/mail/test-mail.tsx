"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { townSettings as words } from "@/app/_words/town-settings";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";

/** Sends a mail to the viewer, to see that mails arrive. */
export function TestMail() {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function test(): Promise<void> {
    setBusy(true);
    const outcome = await send<{ email: string }>("/api/v1/barker/town_hall/mail", { method: "POST" });
    setBusy(false);
    say(outcome.ok ? words.tested(outcome.value.email) : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  return (
    <Button disabled={busy} className="justify-self-start" onClick={() => void test()}>
      {words.test}
    </Button>
  );
}
