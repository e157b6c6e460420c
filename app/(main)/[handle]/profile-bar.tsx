"use client";

import { useEffect, useState, type ReactNode } from "react";
import { BackButton } from "@/app/_ui/back-button";

/** The heading of a profile, below which its bar appears. */
export const PROFILE_NAME = "profile-name";

/** The bar of a profile whose top is scrolled away: back, whose it is, and the button to follow them. */
export function ProfileBar({ name, children }: { name: string; children: ReactNode }) {
  const [isPast, setIsPast] = useState(false);
  useEffect(() => {
    const heading = document.getElementById(PROFILE_NAME);
    if (!heading) return;
    const observer = new IntersectionObserver(([seen]) => {
      if (seen) setIsPast(!seen.isIntersecting && seen.boundingClientRect.top < 0);
    });
    observer.observe(heading);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="sticky top-0 z-(--z-bar) h-0">
      {isPast && (
        <div className="flex min-h-(--bar-top) items-center gap-1 border-b border-line bg-surface ps-1 pe-4">
          <BackButton />
          <p className="min-w-0 flex-1 truncate text-title font-bold tracking-heading">
            <bdi>{name}</bdi>
          </p>
          {children}
        </div>
      )}
    </div>
  );
}
