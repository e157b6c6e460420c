"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { StrikeList } from "@/app/_features/strikes/list";
import { useToast } from "@/app/_ui/toast";
import { strikes as words } from "@/app/_words/strikes";
import type { AccountWarning } from "@/lib/strikes/schema";

/** What the viewer was told, with the way to appeal. */
export function OwnStrikes({ initially }: { initially: AccountWarning[] }) {
  const [warnings, setWarnings] = useState(initially);
  const say = useToast();

  async function appeal(strikeId: string, text: string): Promise<string | null> {
    const address = `/api/v1/barker/strikes/${strikeId}/appeal`;
    const outcome = await send<AccountWarning[]>(address, { method: "POST", json: { text } });
    if (!outcome.ok) return outcome.sentence;
    setWarnings(outcome.value);
    say(words.sent);
    return null;
  }

  return <StrikeList warnings={warnings} appeal={appeal} />;
}
