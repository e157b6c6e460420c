"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { subscribe } from "@/app/_client/events";
import { paths } from "@/lib/paths";

/**
 * The page of a bark that was deleted has nothing to show any more: its author, who may still undo it,
 * goes home; any other reader is told where they are.
 */
export function LeaveWhenGone({ id, own }: { id: string; own: boolean }) {
  const router = useRouter();
  useEffect(
    () =>
      subscribe((news) => {
        if (news.type !== "gone" || news.id !== id) return;
        if (own) router.push(paths.home);
        else router.refresh();
      }),
    [id, own, router],
  );
  return null;
}
