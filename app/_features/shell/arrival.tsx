"use client";

import { useEffect, useState } from "react";
import { WHOSE } from "@/app/_client/device";
import { arrive } from "@/app/_client/forget";
import { signedOutElsewhere } from "@/app/_client/signed-out";

/**
 * Deletes other people's data from this device before any other part of the page reads it. When another window reports
 * that this person signed out, this one is closed too, and stores nothing more. Renders nothing.
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
