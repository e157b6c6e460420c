"use client";

import { useCallback } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
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
        <label className="flex min-h-13.5 flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2">
          <span className="min-w-0 grow basis-40">
            <b className="block text-label">{words.replies}</b>
            <span className="block text-meta text-ink-3">{words.repliesDetail}</span>
          </span>
          <select
            value={replies}
            onChange={({ target }) => setReplies(REPLIES.find((name) => name === target.value) ?? "all")}
            className="ms-auto min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label"
          >
            {REPLIES.map((name) => (
              <option key={name} value={name}>
                {words.choices[name]}
              </option>
            ))}
          </select>
        </label>
      </li>
      <li className="border-t border-line">
        <Switch id="rebarks" title={words.rebarks} detail={words.rebarksDetail} on={rebarks} change={setRebarks} />
      </li>
    </>
  );
}
