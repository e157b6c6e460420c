/** A label on a ring of a picture. Screen readers get it from the list. */
export function RingLabel({ x, y, children }: { x: number; y: number; children: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ left: `${x.toFixed(2)}%`, top: `${y.toFixed(2)}%` }}
      className="pointer-events-none absolute -translate-1/2 rounded-pill bg-surface px-1.75 text-[min(.75rem,14px)] leading-normal font-medium whitespace-nowrap text-ink-2 shadow-[0_0_0_1px_var(--line)]"
    >
      {children}
    </span>
  );
}
