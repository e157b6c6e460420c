"use client";

import { useState } from "react";
import { arrive } from "@/app/_ui/forget";

/** Clears this device of what others left on it, before any other part of the page reads there. It draws nothing. */
export function Arrival({ personId }: { personId: string | null }) {
  useState(() => arrive(personId));
  return null;
}
