const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
const COLUMNS = 4;
const ROWS = 3;

type Colour = [red: number, green: number, blue: number];

/**
 * The BlurHash of a small picture (RGBA, row by row) with 4 × 3 components, for Mastodon's clients.
 * The package `blurhash` 2.0.5 looks for the strongest component without regard to its sign, and so clips details of
 * one in three pictures; its hashes differ there from those of the reference in C.
 * @see https://github.com/woltapp/blurhash/blob/master/Algorithm.md
 */
export function blurhash(width: number, height: number, rgba: Uint8Array): string {
  const linear = Float64Array.from({ length: 256 }, (_, value) => toLinear(value));
  const factors: Colour[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) factors.push(component(column, row));
  }

  function component(column: number, row: number): Colour {
    const sum: Colour = [0, 0, 0];
    const scale = (column === 0 && row === 0 ? 1 : 2) / (width * height);
    for (let y = 0; y < height; y++) {
      const down = Math.cos((Math.PI * row * y) / height);
      for (let x = 0; x < width; x++) {
        const basis = scale * down * Math.cos((Math.PI * column * x) / width);
        const at = (y * width + x) * 4;
        for (const channel of [0, 1, 2] as const) sum[channel] += basis * (linear[rgba[at + channel] ?? 0] ?? 0);
      }
    }
    return sum;
  }

  const [average = [0, 0, 0] satisfies Colour, ...details] = factors;
  const strongest = Math.max(...details.flat().map(Math.abs));
  const quantised = Math.max(0, Math.min(82, Math.floor(strongest * 166 - 0.5)));
  const most = (quantised + 1) / 166;
  return [
    base83(COLUMNS - 1 + (ROWS - 1) * 9, 1),
    base83(quantised, 1),
    base83(
      average.reduce((whole, part) => whole * 256 + toSrgb(part), 0),
      4,
    ),
    ...details.map((colour) =>
      base83(
        colour.reduce((whole, part) => whole * 19 + level(part / most), 0),
        2,
      ),
    ),
  ].join("");
}

/** Quantises a component between -1 and 1 to one of 19 levels, finer near zero. */
function level(part: number): number {
  const root = Math.sign(part) * Math.sqrt(Math.abs(part));
  return Math.max(0, Math.min(18, Math.floor(root * 9 + 9.5)));
}

function toLinear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function toSrgb(part: number): number {
  const value = Math.max(0, Math.min(1, part));
  return Math.round((value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055) * 255);
}

function base83(value: number, length: number): string {
  let text = "";
  for (let left = value, digit = 0; digit < length; digit++, left = Math.floor(left / 83)) {
    text = (DIGITS[left % 83] ?? "0") + text;
  }
  return text;
}
