import { subject } from "@/local/town/subject";

export const chess = subject(
  { hours: [10, 23] },
  `
  Lost to a nine-year-old in [fourteen|eleven|nineteen] moves. She offered me half of her bun. ♟️
  The stone table at {place} is taken from noon. {Neighbour} has not stood up since {weekday}.
  White to play and go home.
  I had a plan until move four.
  {Neighbour} sacrificed the queen, and then looked as surprised as I was.
  Somebody replaced the lost bishop with a [salt cellar|pine cone|cork]. It plays better than the other one.
  Chess club on {weekday} above the bakery. Smells of bread, so everybody blunders at six.
  A draw by agreement, a draw by repetition, a draw because the dog came through.
  We have played one game by postcard since [2009|2013|2016]. I am a pawn up. It is thrilling.
  The old men at {place} let me have the black pieces and all of the advice.
  I resigned with such dignity that he took the move back for me.
  Endgame: king, rook and a sandwich.
  {Count} boards in the library hall, and not one sound but the radiators. I could live in that.
  My opponent hummed. It was a good tune. I am not making excuses, but it was a good tune.
  A pigeon landed on the board at {place} and took the knight's square. It was, in fact, the best move.
  Taught my neighbour the rules. He has taught me humility, twice, since supper.
  She castled, poured the tea, and said: your move, love. I have been thinking ever since.
  Found my father's chess set, with a note in the box: you always rush.
  Blitz night: five minutes each, {many} games, one table broken, no hard feelings.
  {Mention} knight to f6. Take your time, you always do.
  Nobody touches the clock before {neighbour} has finished the biscuit. House rule.
  The champion of {street} is eleven and goes to bed at eight, so come early.
  I saw it. I saw it exactly one move too late, which is where I see most things.
  (warm) Big board on the square is out. You move the king with both arms, like a dancing partner.
  (cold) Too cold for the stone table. They play on, in gloves, and nobody can pick up a pawn.
`,
);
