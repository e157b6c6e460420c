"use client";

import { useState } from "react";
import { initCursor } from "@/app/_client/live/live";

/**
 * Where live events go on from: where the stream stood when this page was read. Said before the
 * connection is made, so that nothing between the page and the connection is missed.
 */
export function LiveFrom({ personId, cursor }: { personId: string; cursor: string }) {
  useState(() => initCursor(personId, cursor));
  return null;
}
