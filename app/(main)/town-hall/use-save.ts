"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { useUnsaved } from "@/app/_client/unsaved";
import { townSettings as words } from "@/app/_words/town-settings";
import { useToast } from "@/app/_ui/toast";
import type { SettingsChange, TownSettings } from "@/lib/settings/schema";

interface Saving {
  busy: boolean;
  /** The errors of the last try, by the name of the setting. */
  faults: Partial<Record<string, string>>;
  /** Whether something was changed that is not saved. */
  isUnsaved: boolean;
  /** To be called at every change. */
  mark: () => void;
  /** @returns all settings afterwards, or null when they could not be saved */
  save: (change: SettingsChange) => Promise<TownSettings | null>;
}

/**
 * Saves those of some settings of the town that differ from what they were, and says so, or what is wrong with them.
 * What was never changed keeps its default, also when the environment changes it.
 */
export function useSave(before: TownSettings): Saving {
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Saving["faults"]>({});
  const say = useToast();
  const router = useRouter();
  const { isUnsaved, mark, saving } = useUnsaved();

  async function save(change: SettingsChange): Promise<TownSettings | null> {
    const saved = saving();
    setBusy(true);
    const was = new Map<string, unknown>(Object.entries(before));
    const json = Object.fromEntries(
      Object.entries(change).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name))),
    );
    const outcome = await send<TownSettings>("/api/v1/barker/town_hall/settings", { method: "PATCH", json });
    setBusy(false);
    // The third of several domains is "allowed_domains.2".
    const fields = outcome.ok ? [] : Object.entries(outcome.fields).map(([name, fault]) => [name.split(".")[0], fault]);
    setFaults(Object.fromEntries(fields));
    // What is wrong with a field stands below it.
    say(outcome.ok ? words.saved : fields.length > 0 ? words.notSaved : outcome.sentence);
    if (!outcome.ok) return null;
    saved();
    router.refresh();
    return outcome.value;
  }

  return { busy, faults, isUnsaved, mark, save };
}
