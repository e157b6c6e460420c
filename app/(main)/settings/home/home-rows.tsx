"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { Segments } from "@/app/_ui/segments";
import { Switch } from "@/app/_ui/switch";
import { homeSettings as words } from "@/app/_words/home-settings";
import type { HomeChoice } from "@/lib/timelines/schema";

const REPLIES: HomeChoice["replies"][] = ["all", "followed", "none"];

/** The choice of replies, and whether rebarks are shown. */
export function HomeRows({ initially }: { initially: HomeChoice }) {
  const store = useCallback(
    (change: Partial<HomeChoice>) => send("/api/v1/barker/home", { method: "PATCH", json: change }),
    [],
  );
  const [replies, setReplies] = useOptimistic(
    initially.replies,
    useCallback((chosen: HomeChoice["replies"]) => store({ replies: chosen }), [store]),
  );
  const [rebarks, setRebarks] = useOptimistic(
    initially.rebarks,
    useCallback((on: boolean) => store({ rebarks: on }), [store]),
  );
  return (
    <>
      <li>
        <div className="grid gap-2 px-4 py-2.5">
          <span>
            <b className="block text-label">{words.replies}</b>
            <span className="block text-meta text-ink-3">{words.repliesDetail}</span>
          </span>
          <Segments
            name="replies"
            label={words.replies}
            choices={REPLIES.map((name) => [name, words.choices[name]] as const)}
            chosen={replies}
            choose={(value) => setReplies(REPLIES.find((name) => name === value) ?? "all")}
          />
        </div>
      </li>
      <li className="border-t border-line">
        <Switch id="rebarks" title={words.rebarks} detail={words.rebarksDetail} on={rebarks} change={setRebarks} />
      </li>
    </>
  );
}
