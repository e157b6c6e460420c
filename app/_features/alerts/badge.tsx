"use client";

import { Bell } from "lucide-react";
import { badge } from "@/app/_features/alerts/unread-keeper";
import { useUnread } from "@/app/_client/unread";

/** The bell in the navigation, with the number of unread rows. */
export function AlertsBell({ className }: { className?: string }) {
  const unread = useUnread();
  return (
    <span className="relative">
      <Bell className={className} />
      {unread > 0 && (
        <span className="absolute -top-1.5 left-[55%] min-w-[1.125rem] rounded-pill bg-accent px-1 text-center text-tiny leading-[1.125rem] font-bold text-on-accent ring-2 ring-surface">
          {badge(unread)}
          <span className="sr-only"> unread </span>
        </span>
      )}
    </span>
  );
}
