import type { ReactNode } from "react";

/** The ground of a page that consists of cards, down to the foot of the screen. */
export function CardGround({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 content-start -mb-[calc(var(--bar-bottom)+6rem)] min-h-[calc(100dvh-var(--bar-top))] gap-5 bg-paper p-[min(1rem,4vw)] pb-[calc(var(--bar-bottom)+6rem)] tablet:mb-0 tablet:pb-10">
      {children}
    </div>
  );
}

interface RowsProps {
  title: string;
  /** What is said where there are no rows. */
  instead?: string | false;
  children?: ReactNode;
}

/** A card of rows under a heading. */
export function Rows({ title, instead = false, children }: RowsProps) {
  return (
    <section>
      <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{title}</h2>
      {instead === false ? (
        <ul className="overflow-hidden rounded-card border border-line bg-surface">{children}</ul>
      ) : (
        <p className="mx-1 text-label text-ink-2">{instead}</p>
      )}
    </section>
  );
}
