import { nearby } from "@/app/_words/nearby";
import { Face, standsAt } from "@/app/_features/circles/person-face";
import { RingLabel } from "@/app/_features/circles/picture-label";
import { wobblyRing } from "@/app/_features/circles/wobble";
import { bandWords } from "@/app/_features/nearby/bands";
import { MIDDLE, PICTURE, place, ringsFor, type RadarRing } from "@/app/_features/nearby/radar-model";
import { EDGES } from "@/lib/nearby/rules";
import type { Neighbour } from "@/lib/nearby/schema";
import { paths } from "@/lib/paths";

interface RadarProps {
  neighbours: Neighbour[];
  you: { id: string; avatar: string };
  precision: number;
  /** The seed of the directions. */
  day: number;
  /** Whether their rows are on this page. */
  listed: boolean;
}

/** People around by bands, in random directions. Each face links to its row in the list. */
export function Radar({ neighbours, you, precision, day, listed }: RadarProps) {
  const rings = ringsFor(precision, EDGES);
  const people = neighbours.map((neighbour) => ({ ...neighbour, id: neighbour.account.id }));
  const faces = place(people, rings, `${you.id} ${day}`);
  return (
    <figure className="overflow-x-clip border-b border-line bg-[radial-gradient(circle_at_50%_45%,var(--surface),var(--paper)_75%)]">
      <div className="relative mx-auto aspect-[390/376] max-w-[29.5rem]">
        <RingPicture rings={rings} label={nearby.picture} />
        {rings.map(({ to_km: to, words, radius }) => (
          <RingLabel key={to} x={50} y={((MIDDLE.y + radius) / PICTURE.height) * 100}>
            {words}
          </RingLabel>
        ))}
        {faces.map(({ person, x, y, size }) => (
          <a
            key={person.id}
            href={`${listed ? "" : paths.nearby}#near-${person.id}`}
            aria-label={`${person.account.display_name}, ${bandWords(person)}`}
            style={standsAt({ at: { x, y }, size, of: PICTURE })}
            className="absolute aspect-square -translate-1/2 rounded-avatar after:absolute after:-inset-[12px]"
          >
            <Face src={person.account.avatar} at={{ x: 0.5, y: 0.5 }} size={1} of={{ width: 1, height: 1 }} />
          </a>
        ))}
        <Face src={you.avatar} at={MIDDLE} size={42} of={PICTURE} mark="you" />
      </div>
      <figcaption className="px-5 pt-2 pb-3 text-center text-meta text-ink-2">{nearby.pictureIsRough}</figcaption>
    </figure>
  );
}

function RingPicture({ rings, label }: { rings: RadarRing[]; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      role="img"
      aria-label={label}
      className="absolute inset-0 size-full"
    >
      {rings.toReversed().map(({ to_km: to, radius }, index) => (
        <path
          key={to}
          d={wobblyRing(MIDDLE.x, MIDDLE.y, radius, `near ${radius}`)}
          fill="var(--accent)"
          fillOpacity={0.05 + 0.03 * index}
          stroke="var(--accent-line)"
          strokeWidth="1.4"
          strokeOpacity={Math.min(1, 0.55 + 0.15 * index)}
        />
      ))}
    </svg>
  );
}
