interface Full {
  emoji: string;
  label: string;
  version: number;
  group?: number | undefined;
  subgroup?: number | undefined;
  tags?: string[] | undefined;
  skins?: { emoji: string; tone?: number | number[] | undefined }[] | undefined;
}

/** An emoji of the data set with the fields that the picker uses: no code points, no order, no mixed skin tones. */
export function slim({ emoji, label, version, group, subgroup, tags, skins }: Full): Full {
  const tones = skins
    ?.filter(({ tone }) => typeof tone === "number")
    .map((skin) => ({ emoji: skin.emoji, tone: skin.tone }));
  return { emoji, label, version, group, subgroup, tags, skins: tones?.length ? tones : undefined };
}
