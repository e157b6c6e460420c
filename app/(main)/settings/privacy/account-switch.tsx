"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Switch } from "@/app/_ui/switch";

interface AccountSwitchProps {
  /** The account field that it changes. */
  field: "locked" | "shows_likes" | "hide_collections" | "discoverable" | "indexable" | "bot";
  title: string;
  detail: string;
  initially: boolean;
  /** Whether "on" means that the field is false. */
  reversed?: boolean;
}

/** A switch for a setting of the account. */
export function AccountSwitch({ field, title, detail, initially, reversed = false }: AccountSwitchProps) {
  const store = useCallback(
    (on: boolean) =>
      send("/api/v1/accounts/update_credentials", { method: "PATCH", json: { [field]: reversed ? !on : on } }),
    [field, reversed],
  );
  const [on, change] = useOptimistic(initially, store);
  return (
    <li className="border-line not-first:border-t">
      <Switch id={field} title={title} detail={detail} on={on} change={change} />
    </li>
  );
}
