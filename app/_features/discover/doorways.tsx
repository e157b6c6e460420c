import { CircleDot, Radio } from "lucide-react";
import Link from "next/link";
import { paths } from "@/lib/paths";

/** The links to Nearby and Circles. */
export function Doorways({ sharing }: { sharing: boolean }) {
  const doors = [
    {
      href: paths.nearby,
      icon: Radio,
      title: "Nearby",
      words: sharing ? "People and barks around you." : "People around you. Off until you turn it on.",
    },
    {
      href: paths.circles,
      icon: CircleDot,
      title: "Circles",
      words: "Friends of friends, and who leads to them.",
    },
  ];
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-3 border-b-8 border-paper px-4 py-4 desk:px-5">
      {doors.map(({ href, icon: Icon, title, words }) => (
        <li key={href} className="grid">
          <Link href={href} prefetch={false} className="rounded-card border border-line p-3.5 hover:bg-paper">
            <Icon className="size-6 text-accent-mark" aria-hidden="true" />
            <b className="mt-1.5 block text-label">{title}</b>
            <span className="block text-meta text-ink-2">{words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
