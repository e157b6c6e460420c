import { subject } from "@/local/town/subject";

export const quiz = subject(
  { hours: [17, 24] },
  `
  Pub quiz: we came second to last, which at our table is called upwards. #pubquiz
  Question nine was about [moss|Belgium|hinges], and {neighbour} stood up without meaning to.
  Team name of the night: [Two and a Half Answers|Let Us Not|The Missing Scarecrow]. They lost with grace.
  We argued for {count} minutes about the capital of a country that turned out to be a river.
  Tie-break: how many steps [up the clock tower|down to the ferry|in front of the library]? {Neighbour} had counted them, at six years old, and remembered.
  The music round was all brass bands. There were tears of joy in the corner.
  I knew one answer. It was [gooseberry|tin|1848]. It was not asked.
  We have a plumber, a nun and {neighbour}. We are unbeatable at {few} things.
  Quiz on {weekday} needs a fourth. Must know birds and not mind losing. #pubquiz
  Wrote down the right answer, crossed it out, wrote down {neighbour}'s. There has been a silence since.
  The prize was a [ham|lamp|voucher for the tip], and we won it, and now it lives with us in turns.
  The quizmaster's handwriting cost us round four. He says that it says eel.
  Our specialist subject is the wrong decade.
  Fifteen points for naming {count} kinds of knot. Never been so proud of a fisherman.
  Half-time chips arrived, and nobody could remember any kings.
  A man at the next table whispered every answer to his dog. The dog won.
  They asked for the longest street in town. It is {street}, and it feels like it.
  Our lucky pencil is down to the length of a tooth. It still knew Lisbon.
  {Neighbour} has been banned from the geography round for having been there.
  Lost by half a point. Half. Somewhere there is another half-point with our name on it. #pubquiz
  New rule at the quiz: no looking at the ceiling, it has a map on it.
  Who was prime minister in [1911|1834|1902]? A whole room of people studying their shoes.
  (evening) Full house tonight, standing at the bar, everyone pretending not to take it seriously.
  (night) Still arguing on {street} about question twelve. It was a mollusc. It was always a mollusc.
  {Mention} you owe me a crisp. It was Ecuador.
`,
);
