"use client";

import { useEffect, useState } from "react";
import { send, type Outcome } from "@/app/_client/api";

interface Answer {
  /** Of a link that confirms an address: whether somebody who waited for that is in now. */
  entered?: boolean;
}

/**
 * Sends the token behind the "#" of the address once, as soon as the page is alive.
 * @param path the address to which it is sent, made of the token
 * @returns null meanwhile, "missing" without a token, else the outcome
 */
export function useLinkToken(
  path: (token: string) => { path: string; json?: unknown },
): Outcome<Answer> | "missing" | null {
  const [outcome, setOutcome] = useState<Outcome<Answer> | "missing" | null>(null);

  useEffect(() => {
    const token = location.hash.slice(1);
    if (token === "") return setOutcome("missing");
    const { path: address, json } = path(token);
    void send<Answer>(address, { method: "POST", json }).then(setOutcome);
    // The page is for one link.
  }, [path]);

  return outcome;
}
