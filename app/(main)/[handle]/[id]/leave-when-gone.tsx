"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { subscribe } from "@/app/_client/events";
import { paths } from "@/lib/paths";

/**
 * Leaves the page of a bark when it is deleted: its author, who may still undo it,
 * goes Home; other viewers see a message.
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
