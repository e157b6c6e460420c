import { z } from "zod";
import { cleanDescription, DESCRIPTION_LIMIT } from "@/lib/media/rules";

const Size = z.object({ width: z.number().int(), height: z.number().int(), size: z.string(), aspect: z.number() });

/**
 * A picture of a bark: Mastodon `MediaAttachment`, with our `thumbhash` (base64), a placeholder while it loads.
 * @see https://docs.joinmastodon.org/entities/MediaAttachment/
 */
export const MediaAttachment = z
  .object({
    id: z.string(),
    /** Also of an animation: `gifv` would promise a video, and this is an animated WebP. */
    type: z.enum(["image"]),
    url: z.string(),
    preview_url: z.string(),
    remote_url: z.null(),
    preview_remote_url: z.null(),
    text_url: z.null(),
    meta: z.object({
      original: Size,
      small: Size,
      focus: z.object({ x: z.number(), y: z.number() }),
    }),
    description: z.string().nullable(),
    blurhash: z.string().nullable(),
    thumbhash: z.string(),
    /** Barker's extension: `url` is an animation, whose first frame `preview_url` shows. */
    animated: z.boolean(),
  })
  .meta({ id: "MediaAttachment" });
export type MediaAttachment = z.infer<typeof MediaAttachment>;

/** A picture as the graph stores it; `key` names its files, the size is that of the largest, in pixels. */
export const MediaRow = z.object({
  id: z.string(),
  key: z.string(),
  width: z.number(),
  height: z.number(),
  thumbhash: z.string(),
  blurhash: z.string().nullish(),
  moving: z.boolean().nullish(),
  description: z.string().nullish(),
  focusX: z.number().nullish(),
  focusY: z.number().nullish(),
});
export type MediaRow = z.infer<typeof MediaRow>;

/** The pictures of a bark, sorted, because the graph returns them in no order. */
export const MediaRows = z
  .array(MediaRow.extend({ order: z.number() }))
  .transform((rows): MediaRow[] => rows.toSorted((a, b) => a.order - b.order));

const Description = z
  .string()
  .max(DESCRIPTION_LIMIT, `must be at most ${DESCRIPTION_LIMIT} characters`)
  .transform(cleanDescription);

/** The point that stays visible when a picture is cropped: "x,y", each from -1 to 1, positive is up. */
const Focus = z
  .string()
  .max(60)
  .regex(/^\s*[-+]?(\d+(\.\d+)?|\.\d+)\s*,\s*[-+]?(\d+(\.\d+)?|\.\d+)\s*$/, "must be two numbers, such as 0.0,0.5")
  .transform((text) => {
    const [x = 0, y = 0] = text.split(",").map((part) => Math.min(1, Math.max(-1, Number(part))));
    return { x, y };
  });

/** The body of `PUT /api/v1/media/{id}`; what is left out stays as it is. */
export const MediaDetails = z.object({ description: Description.nullish(), focus: Focus.nullish() });
export type MediaDetails = z.infer<typeof MediaDetails>;

/** The body of `POST /api/v2/media`. The file's name and type are ignored. */
export const NewMedia = MediaDetails.extend({ file: z.file({ error: "must be a file" }) });
export type NewMedia = z.infer<typeof NewMedia>;
