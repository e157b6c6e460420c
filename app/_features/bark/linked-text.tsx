import { BarkText } from "@/app/_features/bark/bark-text";
import { entities } from "@/lib/text/entities";

/** Words with their links, where every handle leads to a page: whether somebody is there is seen at the click. */
export function LinkedText({ text }: { text: string }) {
  const handles = entities(text).flatMap((entity) => (entity.kind === "mention" ? [entity.handle] : []));
  return <BarkText text={text} people={handles} />;
}
