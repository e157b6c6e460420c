"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { ui } from "@/app/_words/ui";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

/** Goes back to the previous page; for visitors from elsewhere, to Town. */
export function BackButton({ className }: { className?: string }) {
  const router = useRouter();
  const back = () => (history.length > 1 ? router.back() : router.push(paths.town));
  return (
    <button
      type="button"
      aria-label={ui.back}
      data-back
      onClick={back}
      className={cx("plain grid size-11 flex-none place-items-center rounded-pill", className)}
    >
      <ArrowLeft className="size-5" aria-hidden="true" />
    </button>
  );
}
