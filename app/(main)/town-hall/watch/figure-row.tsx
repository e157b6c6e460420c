import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

interface FigureRowProps {
  title: string;
  note?: ReactNode;
  /** Whether somebody should look into it. */
  loud?: boolean;
  children: ReactNode;
}

/** A row with a figure at its end. */
export function FigureRow({ title, note, loud = false, children }: FigureRowProps) {
  return (
    <li className="flex min-h-11 flex-wrap content-center items-baseline justify-between gap-x-4 border-line px-4 py-2 not-first:border-t">
      <span className="min-w-0 text-label">
        {title}
        {note && <span className="block text-meta text-ink-3">{note}</span>}
      </span>
      <b className={cx("ms-auto text-label tabular-nums", loud && "text-danger")}>{children}</b>
    </li>
  );
}
