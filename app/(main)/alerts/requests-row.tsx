import { alerts } from "@/app/_words/alerts";
import { ChevronRight, UserRoundSearch } from "lucide-react";
import Link from "next/link";
import { paths } from "@/lib/paths";

/** The number of notification requests; nothing when there are none. */
export function RequestsRow({ waiting }: { waiting: number }) {
  if (waiting === 0) return null;
  return (
    <Link
      href={paths.alertRequests}
      className="grid min-h-14 grid-cols-[2rem_minmax(0,1fr)_1.5rem] items-center gap-x-3 border-b border-line px-4 py-2 desk:px-5"
    >
      <UserRoundSearch className="size-6 justify-self-center text-ink-2" aria-hidden="true" />
      <span className="text-label">
        <b className="block">{alerts.filtered}</b>
        <span className="text-ink-2">{alerts.peopleYouMayNotKnow(waiting)}</span>
      </span>
      <ChevronRight className="size-5 text-ink-3" aria-hidden="true" />
    </Link>
  );
}
