"use client";

import { useEffect, useState } from "react";
import { arrive, WHOSE } from "@/app/_client/forget";
import { signedOutElsewhere } from "@/app/_client/signed-out";

/**
 * Clears this device of what others left on it, before any other part of the page reads there. When another window says
 * that this person has left, this one leaves too, and puts nothing down any more. It draws nothing.
 */
export function Arrival({ personId }: { personId: string | null }) {
  useState(() => arrive(personId));
  useEffect(() => {
    if (personId === null) return;
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key === WHOSE && newValue !== personId) signedOutElsewhere();
    };
    addEventListener("storage", hear);
    return () => removeEventListener("storage", hear);
  }, [personId]);
  return null;
}
