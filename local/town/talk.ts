import { HOUR, MINUTE, type Clock } from "@/local/town/clock";
import type { SubjectName } from "@/local/town/barks";
import { linesOf, type Line } from "@/local/town/subject";

/** An event in town that lasts some hours and that people of all interests bark about. */
export interface TownTalk {
  /** Its subject, so that answers and pictures fit. */
  readonly subject: SubjectName;
  readonly lines: readonly Line[];
}

const talk = (subject: SubjectName, text: string): TownTalk => ({ subject, lines: linesOf(text) });

/** How long an event is the newest one; then it is the previous one. */
const NEWS = 4 * HOUR;

const TALKS: readonly TownTalk[] = [
  talk(
    "birds",
    `
    A parrot is loose and has just told {neighbour} to mind the step. #townparrot
    Sighting: green, loud, on the roof of {place}. It knows my name now. #townparrot
    The parrot sat on {street} for {count} minutes and did the telephone. Everybody reached for theirs. #townparrot
    If it says "two sugars", it is not asking. #townparrot
    {Neighbour} is walking up and down {street} with a banana and great dignity. #townparrot
    #townparrot is by {place} again. Bring [grapes|nuts|a long coat].
    My shutters are closed and it is still doing the doorbell. #townparrot
    Whoever taught it the football result: it was wrong. #townparrot
    `,
  ),
  talk(
    "repairs",
    `
    The town clock says ten past four. It has said so since [breakfast|the milk came|seven]. #tenpastfour
    Late for everything and for once it is not me. #tenpastfour
    {Neighbour} is up the tower with an oil can and a thermos. #tenpastfour
    Tea at {place} is at ten past four, so it has been tea for {count} hours. #tenpastfour
    The pigeon inside the works has been asked nicely. #tenpastfour
    Anybody on {street} with a spring as long as an arm? The clock would like one. #tenpastfour
    Enjoying the only hour in which I have never been disappointed. #tenpastfour
    `,
  ),
  talk(
    "library",
    `
    Brought {count} jars of beans to the library steps and left with a plant nobody can name. #seedswap
    #seedswap is on. {Neighbour} has the stall with the good squash.
    Queue at the steps goes round to {street}. All of it is talking about slugs. #seedswap
    Swapped my {veg} for a story and a tomato. Better tomato than story. #seedswap
    The envelope says "tall, blue, be patient". Sold. #seedswap
    {Neighbour} gave me seeds and a look. I am not to drown these. #seedswap
    Somebody labelled everything "lettuce" for a joke. It was not all lettuce. #seedswap
    Until {hour} at the library, then we carry the tables. Two hands are enough. #seedswap
    `,
  ),
  talk(
    "kitchen",
    `
    There is a pie on my doorstep. I did not order a pie. I am keeping the pie. #mysterypie
    {Street}, number nine: apple, still warm, no note. #mysterypie
    {Neighbour} says it was not {neighbour}. Flour on both sleeves, though. #mysterypie
    {Count} pies so far and not one of them at mine. I have swept the step twice. #mysterypie
    The crust has a leaf on it. Who does leaves? #mysterypie
    To whoever it is: the dish is washed and on the wall by {place}. Thank you. #mysterypie
    My detective work stopped at the second slice. #mysterypie
    `,
  ),
  talk(
    "river",
    `
    The ferry has stopped in the middle and the ferryman is reading. #ferry
    Line to {street} for the #ferry. Somebody has begun selling [soup|chairs|hats].
    {Neighbour} swam across with shoes on the head rather than wait. #ferry
    It is the rope. It is always the rope. #ferry
    From here one can see {count} people on the #ferry, and one cello.
    They are singing now, on the #ferry. I nearly hope it stays.
    Bread has been thrown to the #ferry. Most of it went to ducks.
    `,
  ),
  talk(
    "post",
    `
    Every letter on {street} came today, also those of the last [winter|three years|mayor]. #lostsack
    They found a sack behind the wall at the post office. I am invited to a wedding that has {count} children by now. #lostsack
    A postcard from my aunt. She says the weather is fine. She has been right since. #lostsack
    {Neighbour} got a love letter, and reads it out at {place}. #lostsack
    My library fine was in it. It was in the sack. I have told the library. #lostsack
    A key, no note, my address. Now I try doors. #lostsack
    If you sent me a birthday card and wondered: I love it. #lostsack
    `,
  ),
  talk(
    "choir",
    `
    The bandstand is to be painted, and {neighbour} has opinions on yellow. #bandstand
    Vote by the tin at {place}: blue, green, or as it was. #bandstand
    It was never white. It was cream, and it was before your time. #bandstand
    {Count} for blue, {few} for green, one for stripes. I am stripes. #bandstand
    Walked past the #bandstand with my eyes closed, to be fair to all colours.
    The brass section asks for anything that does not dazzle. #bandstand
    {Neighbour} has brought a sample on a sleeve, and that is the coat gone. #bandstand
    `,
  ),
  talk(
    "allotment",
    `
    The big {veg} has been measured again. The tape was too short. #giantgourd
    Somebody sleeps beside it now, so nobody cuts a slice. #giantgourd
    It took {count} of us to turn it so that it looks at {street}. #giantgourd
    {Neighbour} says it is mostly water. So are we all. #giantgourd
    A wheelbarrow died today under the #giantgourd. It was a good wheelbarrow.
    The scales at {place} have been cleared. All of {place} has been cleared. #giantgourd
    I only watered it once and want to be named as an uncle. #giantgourd
    `,
  ),
  talk(
    "buses",
    `
    A swan sits on {street} and the bus has turned off its engine out of respect. #swanstop
    Timetable: when the swan likes. #swanstop
    {Neighbour} tried an umbrella. The swan has the umbrella. #swanstop
    {Count} of us on the top deck, and the driver has begun to tell of the sea. #swanstop
    Walked to {place}, met the second swan. #swanstop
    It moved. It moved to the middle. #swanstop
    They have put up a sign with a swan on it. It is a good likeness. #swanstop
    `,
  ),
  talk(
    "school",
    `
    Lantern walk at dusk from {place}. Mine is a fish. It was to be a moon. #lanterns
    Glue on the table, on the cat, and a little on the lantern. #lanterns
    All of {street} has turned its lights off for the #lanterns. One hears only shoes.
    {Neighbour} carries a whale with {few} candles in it, and everybody walks a bit behind. #lanterns
    Paper, willow, string, patience. I am out of one of them. #lanterns
    Left turn at {street}, then slowly, the small ones set the pace. #lanterns
    Counted {count} #lanterns and then my own burned down.
    `,
  ),
  talk(
    "quiz",
    `
    Somebody has set a crossword into the paving at {place}. Nine down is "{fruit}". #pavingcrossword
    Stuck on four across. So is {street}. #pavingcrossword
    {Neighbour} walks along the rows in slippers and says "aha" without telling. #pavingcrossword
    Seven letters, "goes round and is not missed". Do not say {neighbour}. #pavingcrossword
    It rained on the chalk. We have the middle of every word. #pavingcrossword
    Children solve it by jumping. {Count} squares so far. #pavingcrossword
    The setter is among us and buys too much chalk. #pavingcrossword
    `,
  ),
  talk(
    "sky",
    `
    Red sky over {street}, and everybody on it standing still with shopping. #redsky
    It began pink, then somebody turned it up. #redsky
    {Neighbour} says [rain tomorrow|fair tomorrow|nothing at all], and looks sure. #redsky
    {Count} photographs and none of them is it. #redsky
    The windows of {place} are all on fire, in the nice way. #redsky
    My phone thinks it is a wall. It is the whole west. #redsky
    Called the children out for #redsky. They called out the neighbours.
    `,
  ),
];

/** The events at a time: that of these hours and that of the hours before. */
export function talkOfTown(at: number, { ahead }: Clock): readonly TownTalk[] {
  const turn = Math.floor((at + ahead * MINUTE) / NEWS);
  return [turn, turn - 1].flatMap((one) => TALKS[one % TALKS.length] ?? []);
}
