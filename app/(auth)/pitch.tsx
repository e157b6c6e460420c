import { Orbit, PencilLine, Radio } from "lucide-react";
import { landing } from "@/app/_words/joining";
import { Wordmark } from "@/app/_ui/logo";

const ICONS = [Radio, Orbit, PencilLine];

interface PitchProps {
  as?: "h1" | "p";
  /** What the operators call the town and say of it; what is empty is said in Barker's words. */
  town?: { name: string; description: string };
}

/** What Barker is, or this town, in the words of its landing page, whose heading it then has. */
export function Pitch({ as: Heading = "p", town }: PitchProps) {
  return (
    <section className="grid gap-5">
      <Wordmark className="h-10 justify-self-start" />
      <Heading className="text-hero font-black tracking-display wrap-anywhere text-balance desk:text-[3rem] desk:leading-[3.125rem]">
        {town?.name || landing.heading}
      </Heading>
      <p className="text-[1.1875rem] leading-7 wrap-anywhere text-ink-2">{town?.description || landing.lead}</p>
      <Points />
    </section>
  );
}

/** What nobody else has. */
export function Points() {
  return (
    <ul className="grid gap-3 text-start text-label leading-5.25 text-ink-2">
      {landing.points.map(({ name, text }, index) => {
        const Icon = ICONS[index] ?? Radio;
        return (
          <li key={name} className="flex gap-3">
            <Icon className="mt-px size-5 flex-none text-accent-mark" aria-hidden="true" />
            <span>
              <b className="text-ink">{name}</b> {text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
