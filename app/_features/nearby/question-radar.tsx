import { Face, standsAt } from "@/app/_features/circles/person-face";
import { wobblyRing } from "@/app/_features/circles/wobble";

const PICTURE = { width: 390, height: 200 } as const;
const MIDDLE = { x: 195, y: 100 } as const;
const RADII = [176, 134, 94, 54];
const UNKNOWN = [
  [94, 47],
  [262, 66],
  [274, 152],
  [122, 130],
  [340, 103],
  [205, 25],
  [46, 117],
] as const;

/** A preview of Nearby, without people, until the viewer shares their place. */
export function QuestionRadar({ avatar }: { avatar: string }) {
  return (
    <div aria-hidden="true" className="bg-paper">
      <div className="relative mx-auto aspect-[390/200] max-w-[30rem] overflow-hidden">
        <svg
          viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
          className="absolute inset-0 size-full [mask-image:linear-gradient(#000_70%,transparent)]"
        >
          {RADII.map((radius, index) => (
            <path
              key={radius}
              d={wobblyRing(MIDDLE.x, MIDDLE.y, radius, `unknown ${radius}`)}
              fill="var(--accent)"
              fillOpacity={0.04 + 0.025 * index}
              stroke="var(--accent)"
              strokeOpacity=".55"
              strokeWidth="1.8"
              strokeDasharray="1 7"
              strokeLinecap="round"
            />
          ))}
        </svg>
        <Face src={avatar} at={MIDDLE} size={50} of={PICTURE} mark="you" />
        {UNKNOWN.map(([x, y]) => (
          <span
            key={x}
            style={standsAt({ at: { x, y }, size: 33, of: PICTURE })}
            className="absolute grid aspect-square -translate-1/2 place-items-center rounded-avatar border-thick border-line bg-surface text-[min(1rem,16px)] font-bold text-ink-3"
          >
            ?
          </span>
        ))}
      </div>
    </div>
  );
}
