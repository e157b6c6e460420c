import { Orbit, PencilLine, Radio } from "lucide-react";
import { Wordmark } from "@/app/_ui/logo";

/** What Barker is, in the words of its landing page. */
export function Pitch() {
  return (
    <section className="grid gap-5">
      <Wordmark className="h-10 justify-self-start" />
      <h1 className="text-hero font-black tracking-display text-balance desk:text-[3rem] desk:leading-[3.125rem]">
        The town square in your pocket
      </h1>
      <p className="text-[1.1875rem] leading-7 text-ink-2">
        A calm little microblog that is live, keeps your place, and never misses a bark.
      </p>
      <ul className="grid gap-3 text-label leading-5.25 text-ink-2">
        <Point icon={Radio} title="Live." words="New barks wait behind a button and never move what you read." />
        <Point icon={Orbit} title="Yours." words="It runs whole on one machine, and speaks the API your apps know." />
        <Point icon={PencilLine} title="Honest." words="When something may be missing, it says so, and fetches it." />
      </ul>
    </section>
  );
}

function Point({ icon: Icon, title, words }: { icon: typeof Radio; title: string; words: string }) {
  return (
    <li className="flex gap-3">
      <Icon className="mt-px size-5 flex-none text-accent-mark" aria-hidden="true" />
      <span>
        <b className="text-ink">{title}</b> {words}
      </span>
    </li>
  );
}
