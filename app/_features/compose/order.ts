import type { Picture } from "@/app/_client/drafts/model";

/** The pictures with one of them moved to another position. */
export function moved(pictures: Picture[], key: string, to: number): Picture[] {
  const one = pictures.find((picture) => picture.key === key);
  if (!one) return pictures;
  const others = pictures.filter((picture) => picture !== one);
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), one, ...others.slice(at)];
}
