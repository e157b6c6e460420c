import { z } from "zod";

/** An id as clients send it. */
export const IdText = z.string().regex(/^\d{1,20}$/, "must be an id");

/** A JSON array; a single value is accepted as an array of one. */
export const many = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(item).max(most));

/** What clients write for true and false; go-mastodon sends "t". */
const WORDS = {
  truthy: ["true", "t", "1", "yes", "y", "on", "enabled"],
  falsy: ["false", "f", "0", "no", "n", "off", "disabled"],
};

/** A boolean in JSON, or as a form field ("true", "1", "on" …). */
export const Flag = z.union([z.boolean(), z.string().max(8).pipe(z.stringbool(WORDS))]);
