"use client";

import { useState, type ReactNode } from "react";
import { ConfirmSheet } from "@/app/_features/confirmation/confirm-sheet";
import type { ConfirmationWays } from "@/lib/auth/schema";

/** The outcome of something that may need a confirmation first. */
interface Attempt {
  ok: boolean;
  confirm?: ConfirmationWays;
}

interface Confirmation {
  /**
   * Does something. If the server asks first whether it is really them, the person is asked, and it is done again; if
   * they close the sheet, the first outcome stays.
   */
  confirmed: <T extends Attempt>(act: () => Promise<T>) => Promise<T>;
  /** The sheet that asks; it must not be inside a form. */
  sheet: ReactNode;
}

const NO_WAYS: ConfirmationWays = { password: false, passkey: false };

/** Does what needs a confirmation, and asks for it when the server demands it. */
export function useConfirmation(): Confirmation {
  const [asked, setAsked] = useState<{ ways: ConfirmationWays; answer: (isThem: boolean) => void } | null>(null);

  async function confirmed<T extends Attempt>(act: () => Promise<T>): Promise<T> {
    const first = await act();
    const ways = first.ok ? undefined : first.confirm;
    if (!ways) return first;
    const isThem = await new Promise<boolean>((answer) => setAsked({ ways, answer }));
    setAsked(null);
    return isThem ? act() : first;
  }

  const sheet = (
    <ConfirmSheet
      open={asked !== null}
      close={() => asked?.answer(false)}
      ways={asked?.ways ?? NO_WAYS}
      confirmed={() => asked?.answer(true)}
    />
  );
  return { confirmed, sheet };
}
