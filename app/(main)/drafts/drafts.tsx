"use client";

import { useEffect, useState } from "react";
import DraftsList from "@/app/_features/compose/drafts-list";
import { initDrafts } from "@/app/_client/drafts/store";

/** The list of drafts, once this device's drafts are loaded. */
export function Drafts({ personId }: { personId: string }) {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    initDrafts(personId);
    setBegun(true);
  }, [personId]);
  return begun ? <DraftsList /> : null;
}
