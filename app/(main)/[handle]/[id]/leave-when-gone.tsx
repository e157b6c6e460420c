"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { listen } from "@/app/_ui/square";
import { paths } from "@/lib/paths";

/** The page of a bark that is deleted has nothing to show any more. */
export function LeaveWhenGone({ id }: { id: string }) {
  const router = useRouter();
  useEffect(
    () => listen((news) => void (news.type === "gone" && news.id === id && router.push(paths.home))),
    [id, router],
  );
  return null;
}
