import { z } from "zod";

/** An id as clients send it. */
export const IdText = z.string().regex(/^\d{1,20}$/, "must be an id");

/** A list as JSON has it; one that is sent as a single plain value is a list of one. */
export const many = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(item).max(most));

/** Yes or no, as JSON has it or as forms write it ("true", "1", "on" …). */
export const Flag = z.union([z.boolean(), z.string().max(8).pipe(z.stringbool())]);
