"use client";

import { useState } from "react";
import { initCursor } from "@/app/_client/live/live";

/**
 * The cursor from which live events continue: that of the stream when this page was rendered. Set before the connection is
 * made, so that no event between the two is missed.
 */
export function LiveFrom({ personId, cursor }: { personId: string; cursor: string }) {
  useState(() => initCursor(personId, cursor));
  return null;
}
