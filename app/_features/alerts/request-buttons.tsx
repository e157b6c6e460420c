"use client";

import { alerts } from "@/app/_words/alerts";
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
    return <p className="text-meta text-ink-2">{done === "authorize" ? alerts.theyFollowYouNow : alerts.declined}</p>;
  }
  return (
    <>
      <Button
        look="ink"
        size="small"
        aria-label={alerts.acceptNamed(person.display_name)}
        onClick={() => void decide("authorize")}
      >
        {alerts.accept}
      </Button>
      <Button
        look="soft"
        size="small"
        aria-label={alerts.declineNamed(person.display_name)}
        onClick={() => void decide("reject")}
      >
        {alerts.decline}
      </Button>
    </>
  );
}
