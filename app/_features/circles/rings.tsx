"use client";

import { circles } from "@/app/_words/circles";
import Link from "next/link";
import { because } from "@/app/_features/circles/because";
import { Face, standsAt } from "@/app/_features/circles/person-face";
import { RingLabel } from "@/app/_features/circles/picture-label";
import { chainsOf, FOOT, PICTURE, RADII, type Node } from "@/app/_features/circles/rings-model";
import { cx } from "@/app/_ui/cx";
import type { Reached } from "@/app/_features/circles/somebody";
import { wobblyRing } from "@/app/_features/circles/wobble";
import { paths } from "@/lib/paths";

const LABELS = [
  { words: "Circle 2", x: 80.8, y: 63.2 },
  { words: "Circle 3", x: 75.6, y: 35.7 },
  { words: "Circle 4", x: 62.1, y: 12.5 },
];
/** Fills end halfway between the rings that people are on. */
const FILLS = [290, 227, 166, 105];
/** How much of the top is cropped while nobody is there, by the furthest circle. */
const CROPS: Record<number, string> = { 1: "-mt-[44%]", 2: "-mt-[28%]", 3: "-mt-[12%]" };

interface RingsProps {
  nodes: Node[];
  reasons: Map<string, Reached>;
  you: { avatar: string };
  chosen: string | null;
  choose: (id: string) => void;
}

/** The viewer at the bottom, circles above, and lines to the people who connect them. */
export function Rings({ nodes, reasons, you, chosen, choose }: RingsProps) {
  const chains = chosen === null ? new Set<string>() : chainsOf(nodes, chosen);
  const furthest = Math.max(...nodes.map(({ degree }) => degree));
  return (
    <div className="overflow-hidden border-b border-line bg-paper">
      <div className="mx-auto max-w-[31rem]">
        <div className={cx("relative aspect-[390/346]", CROPS[furthest])}>
          <Picture nodes={nodes} chains={chains} />
          {LABELS.slice(0, furthest - 1).map(({ words, x, y }) => (
            <RingLabel key={words} x={x} y={y}>
              {words}
            </RingLabel>
          ))}
          {nodes.map((node) => (
            <FaceButton key={node.person.id} node={node} reasons={reasons} chosen={chosen} choose={choose} />
          ))}
          <Face src={you.avatar} at={FOOT} size={42} of={PICTURE} mark="you" />
        </div>
      </div>
    </div>
  );
}

const PLACE = "absolute aspect-square -translate-1/2 rounded-avatar after:absolute after:-inset-[9px]";

function FaceButton({ node, reasons, chosen, choose }: Omit<RingsProps, "nodes" | "you"> & { node: Node }) {
  const { person, degree, x, y, size } = node;
  const style = standsAt({ at: { x, y }, size, of: PICTURE });
  const here = person.id === chosen;
  const face = (
    <Face
      src={person.avatar}
      at={{ x: 0.5, y: 0.5 }}
      size={1}
      of={{ width: 1, height: 1 }}
      mark={here ? "chosen" : undefined}
    />
  );
  if (degree === 1) {
    return (
      <Link
        href={paths.person(person.acct)}
        prefetch={false}
        style={style}
        className={PLACE}
        aria-label={circles.followed(person.name)}
      >
        {face}
      </Link>
    );
  }
  const reason = reasons.get(person.id);
  const words = reason
    ? because(
        reason.known.map(({ name }) => name),
        reason.count,
        degree,
        reason.sampled,
      )
    : "";
  return (
    <button
      type="button"
      aria-pressed={here}
      aria-label={circles.personOfCircle(person.name, degree, words)}
      onClick={() => choose(person.id)}
      style={style}
      className={PLACE}
    >
      {face}
    </button>
  );
}

function Picture({ nodes, chains }: { nodes: Node[]; chains: Set<string> }) {
  const places = new Map<string, { x: number; y: number }>(nodes.map((node) => [node.person.id, node]));
  const lines = nodes
    .flatMap((node) => node.from.map((inner) => ({ key: `${inner} ${node.person.id}`, inner, node })))
    .toSorted((a, b) => +chains.has(a.key) - +chains.has(b.key));
  return (
    <svg
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      role="img"
      aria-label={circles.picture}
      className="absolute inset-0 size-full overflow-visible"
    >
      {FILLS.map((radius, index) => (
        <path
          key={radius}
          d={wobblyRing(FOOT.x, FOOT.y, radius, `circle ${radius}`)}
          fill="var(--accent)"
          fillOpacity={[0.04, 0.065, 0.1, 0.16][index]}
        />
      ))}
      {RADII.map((radius, index) => (
        <path
          key={radius}
          d={wobblyRing(FOOT.x, FOOT.y, radius, `ring ${radius}`)}
          fill="none"
          stroke="var(--accent-line)"
          strokeWidth="1.3"
          strokeOpacity={0.9 - 0.1 * index}
        />
      ))}
      {lines.map(({ key, inner, node }) => {
        const from = places.get(inner) ?? FOOT;
        const on = chains.has(key);
        return (
          <line
            key={key}
            x1={from.x.toFixed(1)}
            y1={from.y.toFixed(1)}
            x2={node.x.toFixed(1)}
            y2={node.y.toFixed(1)}
            stroke={on ? "var(--accent)" : "var(--edge)"}
            strokeOpacity={on ? 1 : 0.45}
            strokeWidth={on ? 3 : 1.2}
            strokeLinecap="round"
          />
        );
      })}
    </svg>
  );
}
