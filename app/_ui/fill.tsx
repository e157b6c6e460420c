import { Fragment, type ReactNode } from "react";

/**
 * A sentence with elements in it, which a translation may put in another order: `{name}` in the text is replaced by
 * the element of that name. `fill("Reply to {name}", { name: <bdi>Fern</bdi> })`
 */
export function fill(text: string, elements: Record<string, ReactNode>): ReactNode {
  return text.split(/\{(\w+)\}/).map((part, index) => {
    // Every second part is a name in braces.
    return index % 2 === 0 ? part : <Fragment key={index}>{elements[part]}</Fragment>;
  });
}
