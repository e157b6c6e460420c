import type { ReactNode } from "react";

/** The card of a step on the way to a new password. */
export function RecoveryCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby="recovery"
      className="grid grid-cols-1 gap-4 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:rounded-card desk:bg-surface desk:p-7 desk:shadow-e3"
    >
      <h1
        id="recovery"
        className="text-display font-black tracking-display desk:text-large desk:leading-8 desk:font-bold"
      >
        {title}
      </h1>
      {children}
    </section>
  );
}
