"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import type { Account } from "@/lib/people/schema";

/** Accepts or rejects a follow request. */
export function RequestButtons({ person }: { person: Account }) {
  const [done, setDone] = useState<"authorize" | "reject" | null>(null);
  const say = useToast();
  const decide = async (verb: "authorize" | "reject") => {
    setDone(verb);
    const outcome = await send(`/api/v1/follow_requests/${person.id}/${verb}`, { method: "POST" });
    if (outcome.ok) return;
    setDone(null);
    say(outcome.sentence);
  };
  if (done) {
    return <p className="text-meta text-ink-2">{done === "authorize" ? "They follow you now" : "Declined"}</p>;
  }
  return (
    <>
      <Button
        look="ink"
        size="small"
        aria-label={`Accept ${person.display_name}`}
        onClick={() => void decide("authorize")}
      >
        Accept
      </Button>
      <Button
        look="soft"
        size="small"
        aria-label={`Decline ${person.display_name}`}
        onClick={() => void decide("reject")}
      >
        Decline
      </Button>
    </>
  );
}
