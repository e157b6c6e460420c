import { proseBlocks, type Run } from "@/lib/text/prose";

/** A text that the operators wrote, in the markup of `lib/text/prose`. */
export function Prose({ text }: { text: string }) {
  return proseBlocks(text).map((block, index) => {
    if (block.kind === "heading") {
      return (
        <h2 key={index} className="mt-2 text-heading leading-6 font-bold wrap-anywhere">
          <Runs runs={block.runs} />
        </h2>
      );
    }
    if (block.kind === "paragraph") {
      return (
        <p key={index} className="wrap-anywhere whitespace-pre-line">
          <Runs runs={block.runs} />
        </p>
      );
    }
    return (
      <ul key={index} className="grid list-disc gap-1.5 ps-6 wrap-anywhere">
        {block.items.map((item, place) => (
          <li key={place}>
            <Runs runs={item} />
          </li>
        ))}
      </ul>
    );
  });
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ text, href }, index) =>
    href === undefined ? (
      text
    ) : (
      <a key={index} href={href} rel="nofollow noopener" className="font-bold text-accent-text underline">
        {text}
      </a>
    ),
  );
}
