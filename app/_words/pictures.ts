import { plural } from "@/app/_words/plural";

/** The sentences of pictures and of their viewer. */
export const pictures = {
  alt: "ALT",
  altLabel: "ALT: description of the picture",
  description: "Description of the picture",
  sensitive: (count: number) => plural(count, { one: "Sensitive picture", other: "Sensitive pictures" }),
  show: "Show",
  cover: (count: number) => plural(count, { one: "Cover the picture", other: "Cover the pictures" }),
  name: (place: number, count: number) =>
    count === 1 ? "Picture without a description" : `Picture ${place} of ${count}`,
  position: (place: number, count: number) => (count === 1 ? "Picture" : `${place} of ${count}`),
  close: "Close",
  previous: "Previous picture",
  next: "Next picture",
  undescribed: "This picture has no description.",
};
