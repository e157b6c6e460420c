import Link from "next/link";
import { buttonClass } from "@/app/_ui/button";
import { Avatar } from "@/app/_ui/avatar";

interface EmptyProps {
  title: string;
  sentence: string;
  faces?: string[];
  action?: { label: string; href: string };
}

/** The content of an empty list: what the list is for, and one action. */
export function Empty({ title, sentence, faces, action }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <span className="inline-flex">
        {faces?.slice(0, 3).map((face, index) => (
          <Avatar key={face} src={face} className={index > 0 ? "-ms-2 ring-2 ring-surface" : "ring-2 ring-surface"} />
        ))}
      </span>
      <h2 className="text-heading leading-6 font-bold">{title}</h2>
      <p className="max-w-80 text-label text-balance text-ink-2">{sentence}</p>
      {action && (
        <Link href={action.href} className={buttonClass({ look: "primary" }, "mt-1")}>
          {action.label}
        </Link>
      )}
    </div>
  );
}
