"use client";

import { shell as words } from "@/app/_words/shell";
import { Bell, Mail, type LucideIcon } from "lucide-react";
import { badge } from "@/app/_features/alerts/unread-keeper";
import { unreadConversations } from "@/app/_client/messages/unread";
import { useUnread } from "@/app/_client/unread";
import { useStore } from "@/app/_client/use-store";

interface SignProps {
  className?: string;
}

/** The bell in the navigation, with the number of unread rows. */
export function AlertsBell(props: SignProps) {
  return <Counted icon={Bell} count={useUnread()} {...props} />;
}

/** The envelope in the navigation, with the number of unread conversations. */
export function MessagesMail(props: SignProps) {
  const count = useStore(unreadConversations, (value) => value, 0);
  return <Counted icon={Mail} count={count} {...props} />;
}

function Counted({ icon: Icon, count, className }: SignProps & { icon: LucideIcon; count: number }) {
  return (
    <span className="relative">
      <Icon className={className} />
      {count > 0 && (
        <span className="absolute -top-1.5 left-[55%] min-w-[1.65em] rounded-pill bg-accent px-1 text-center text-[min(.6875rem,3.2vw)] leading-[1.65] font-bold text-on-accent ring-2 ring-surface">
          {badge(count)}
          <span className="sr-only"> {words.unread} </span>
        </span>
      )}
    </span>
  );
}
