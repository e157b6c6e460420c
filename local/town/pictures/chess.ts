import { at, box, disc, oval, pick, shape, stroke, times, wash, type Drawing } from "@/local/town/pictures/brush";

/** The pieces of white, and the possible ones of black besides a king. */
const WHITE = ["king", "rook", "pawn", "pawn"];
const PIECES = ["rook", "knight", "bishop", "queen", "pawn", "pawn", "pawn"];

/** Pieces as simple shapes, because fonts differ from machine to machine. */
function piece(kind: string, colour: string): string {
  const head: Record<string, string> = {
    pawn: disc(colour, 0, -40, 15),
    rook: box(colour, -20, -58, 40, 26, 3),
    knight: shape(colour, "M-18-30q-6-40 22-44l16 20-12 10 4 16z"),
    bishop: oval(colour, 0, -48, 14, 24),
    queen: shape(colour, "M-24-30l-6-38 18 16 12-22 12 22 18-16-6 38z"),
    king: box(colour, -5, -84, 10, 30) + box(colour, -15, -74, 30, 9) + disc(colour, 0, -44, 18),
  };
  return (
    oval("#00000033", 4, 34, 36, 12) +
    shape(colour, "M-32 32q2-20 14-28 10-20 8-34h20q-2 14 8 34 12 8 14 28z") +
    (head[kind] ?? "")
  );
}

const chessboard: Drawing = {
  alt: "A chessboard late in a game: white has a king, a rook and two pawns, black rather more, and a teacup stands on one square.",
  about: ["chess"],
  captions: `
    Black to move. Black has gone for a walk.
    Find the mate in three. I did not.
    The teacup is part of the position. Nobody moves the teacup.
  `,
  draw: (random) => {
    const squares = times(64, (i) =>
      (i + (i >> 3)) % 2 === 0 ? "" : box("#9a6b45", 200 + (i % 8) * 85, 65 + (i >> 3) * 85, 85, 85),
    ).join("");
    const places = [...new Set(times(40, () => Math.floor(random() * 63)))].slice(0, 13);
    const put = (place: number, body: string) => at(242 + (place % 8) * 85, 116 + (place >> 3) * 85, body, 0, 0.92);
    const black = ["king", ...times(12, () => pick(random, PIECES))];
    const men = places.map((place, i) => {
      const white = WHITE[i];
      return put(place, white ? piece(white, "#fbf4e4") : piece(black[i - WHITE.length] ?? "pawn", "#33272c"));
    });
    const cup =
      disc("#ffffff", 0, 0, 36) +
      disc("#e5e9ee", 0, 0, 28) +
      disc("#8a5a34", 0, 0, 22) +
      stroke("#ffffff", 9, "M34-8q24 8 2 24");
    return (
      wash("a", "#6f8f7a", "#4d6b5b") +
      box("#5a3a24", 172, 37, 736, 736, 14) +
      box("#ecd2a4", 200, 65, 680, 680) +
      squares +
      men.join("") +
      put(63, cup)
    );
  },
};

export const CHESS = { chessboard };
