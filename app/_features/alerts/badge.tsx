"use client";

import { shell as words } from "@/app/_words/shell";
import { Bell, Landmark, Mail, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { badge } from "@/app/_features/alerts/unread-keeper";
import { unreadConversations } from "@/app/_client/messages/unread";
import { useTownWaiting } from "@/app/_client/town-waiting";
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

/** The town hall in the navigation of staff, with how much waits there. */
export function TownHallSign({ className }: SignProps) {
  return <TownWaiting of={<Landmark className={className} />} />;
}

/** A sign of staff, with how much waits in the town hall: on phones their own picture, which leads there. */
export function TownWaiting({ of }: { of: ReactNode }) {
  return (
    <Badged count={useTownWaiting()} counted={words.waiting}>
      {of}
    </Badged>
  );
}

function Counted({ icon: Icon, count, className }: SignProps & { icon: LucideIcon; count: number }) {
  return (
    <Badged count={count} counted={words.unread}>
      <Icon className={className} />
    </Badged>
  );
}

interface BadgedProps {
  count: number;
  /** What is counted, for screen readers. */
  counted: string;
  children: ReactNode;
}

function Badged({ count, counted, children }: BadgedProps) {
  return (
    <span className="relative">
      {children}
      {count > 0 && (
        <span className="absolute -top-1.5 left-[55%] min-w-[1.65em] rounded-pill bg-accent px-1 text-center text-[min(.6875rem,3.2vw)] leading-[1.65] font-bold text-on-accent ring-2 ring-surface">
          {badge(count)}
          <span className="sr-only"> {counted} </span>
        </span>
      )}
    </span>
  );
}
