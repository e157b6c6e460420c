"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";
import type { NotificationType } from "@/lib/notifications/schema";

interface SwitchRowProps {
  type: NotificationType;
  title: string;
  detail: string;
  initially: boolean;
}

/** A switch for one type of alerts. */
export function SwitchRow({ type, title, detail, initially }: SwitchRowProps) {
  const store = useCallback(
    (on: boolean) => send("/api/v1/barker/notifications/settings", { method: "PUT", json: { [type]: on } }),
    [type],
  );
  const [on, change] = useOptimistic(initially, store);
  return (
    <li className="border-line not-first:border-t">
      <Switch id={type} title={title} detail={detail} on={on} change={change} />
    </li>
  );
}
