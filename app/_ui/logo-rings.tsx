import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { ui } from "@/app/_words/ui";
import { paths } from "@/lib/paths";

const CENTRE = 235;
const RADII = [224, 176, 127, 73];
const OPACITIES = [0.04, 0.06, 0.09, 0.14];

/** Faces on the rings: kind of portrait, angle in turns, ring. */
const FACES = [
  ["wren-5-0", 0.06, 0],
  ["juniper-3-0", 0.4, 0],
  ["moss-2-0", 0.62, 0],
  ["newt-4-0", 0.78, 0],
  ["heron-1-0", 0.93, 1],
  ["owl-6-0", 0.16, 1],
  ["poppy-2-0", 0.52, 1],
  ["hare-7-0", 0.7, 1],
  ["fox-0-0", 0.84, 2],
  ["fern-3-0", 0.25, 2],
  ["finch-2-0", 0.43, 2],
  ["badger-8-0", 0.58, 2],
  ["otter-1-0", 0.08, 2],
] as const;

/** A ring as if drawn by hand: its radius varies by one and a half per cent, the same at every rendering. */
function wobbly(radius: number): string {
  const points = Array.from({ length: 48 }, (_, index) => {
    const turn = (index / 48) * 2 * Math.PI;
    const drawn = radius * (1 + 0.009 * Math.sin(3 * turn + radius) + 0.006 * Math.cos(5 * turn + radius / 2));
    return `${(CENTRE + drawn * Math.sin(turn)).toFixed(1)} ${(CENTRE - drawn * Math.cos(turn)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

/** Barker's illustration: rings around a bark, with people on them. */
export function LogoRings() {
  return (
    <div role="img" aria-label={ui.rings} className="relative mx-auto aspect-square w-full max-w-115">
      <Rings />
      {FACES.map(([face, turn, ring]) => {
        const radius = ((RADII[ring] ?? 0) / 470) * 100;
        const angle = turn * 2 * Math.PI;
        return (
          <span
            key={face}
            className={cx("absolute aspect-square -translate-1/2", ring === 2 ? "w-[11%]" : "w-[9%]")}
            style={{ left: `${50 + radius * Math.sin(angle)}%`, top: `${50 - radius * Math.cos(angle)}%` }}
          >
            <Avatar src={paths.portrait(face)} className="size-full! ring-[2.5px] ring-surface" />
          </span>
        );
      })}
      <img
        src="/icons/logo.svg"
        alt=""
        width={84}
        height={84}
        className="absolute top-1/2 left-1/2 size-[18%] -translate-1/2 rounded-card shadow-fab"
      />
    </div>
  );
}

function Rings() {
  return (
    <svg viewBox="0 0 470 470" className="absolute inset-0 size-full" aria-hidden="true">
      {RADII.map((radius, ring) => (
        <path
          key={radius}
          d={wobbly(radius)}
          fill="var(--accent)"
          fillOpacity={OPACITIES[ring]}
          stroke="var(--accent-line)"
          strokeOpacity={0.35 + ring * 0.15}
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

/** One face in the middle of rings that go on beyond their frame and fade above what stands below. */
export function FaceInRings({ face, className }: { face: string; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cx(
        "relative h-[min(20rem,30dvh)] overflow-clip mask-[linear-gradient(transparent,#000_24%,#000_68%,transparent)]",
        className,
      )}
    >
      <div className="absolute top-1/2 left-1/2 aspect-square h-[147%] -translate-1/2">
        <Rings />
        <Avatar
          src={paths.portrait(face)}
          size={88}
          className="absolute top-1/2 left-1/2 size-[20%]! -translate-1/2 ring-4 ring-surface"
        />
      </div>
    </div>
  );
}
