import { entities, topicKey } from "@/lib/text/entities";

/** The key of a topic by the name that a client sends, with or without #; null when a bark could not name it so. */
export function topicNamed(name: string): string | null {
  const [topic, ...more] = entities(`#${name.replace(/^#/, "")}`);
  return topic?.kind === "topic" && more.length === 0 ? topicKey(topic.name) : null;
}
