const [WIDTH, HEIGHT, MARGIN] = [64, 24, 3];

/** The history of a count, as a small line that ends in a dot. The same is said in words beside it. */
export function Sparkline({ values }: { values: number[] }) {
  const most = Math.max(1, ...values);
  const points = values.map((value, index) => ({
    x: MARGIN + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * MARGIN),
    y: HEIGHT - MARGIN - (value / most) * (HEIGHT - 2 * MARGIN),
  }));
  const end = points.at(-1);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-6 w-16 flex-none text-accent" aria-hidden="true">
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {end && <circle cx={end.x} cy={end.y} r="3" fill="currentColor" />}
    </svg>
  );
}
