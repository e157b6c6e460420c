import Link from "next/link";
import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: string;
  more?: { label: string; href: string };
  children: ReactNode;
}

/** A section of the Discover page, separated from the next by a band of background. */
export function Section({ id, title, more, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="border-b-8 border-paper last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-3 px-4 pt-3 desk:px-5">
        <h2 id={id} className="text-heading leading-6 font-bold tracking-snug">
          {title}
        </h2>
        {more && (
          <Link
            href={more.href}
            prefetch={false}
            className="grid min-h-11 items-center text-label font-bold text-accent-text"
          >
            {more.label}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
