"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { useConfirmation } from "@/app/_features/confirmation/use-confirmation";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import { twoFactor as words } from "@/app/_words/two-factor";

/** Whether people who run the town need two-factor sign-in; for owners. */
export function TwoFactorDemand({ initially }: { initially: boolean }) {
  const [on, setOn] = useState(initially);
  const { confirmed, sheet } = useConfirmation();
  const say = useToast();

  async function change(staff_two_factor: boolean): Promise<void> {
    const json = { staff_two_factor };
    const outcome = await confirmed(() => send("/api/v1/barker/town_hall/settings", { method: "PATCH", json }));
    if (outcome.ok) setOn(staff_two_factor);
    say(outcome.ok ? words.saved : outcome.sentence);
  }

  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <Switch
        id="staff-two-factor"
        title={words.demand}
        detail={words.demandDetail}
        on={on}
        change={(wanted) => void change(wanted)}
      />
      {sheet}
    </div>
  );
}
