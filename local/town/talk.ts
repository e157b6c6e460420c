import type { Random } from "@/lib/seeded";
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
    It has learned my laugh. I have stopped laughing, to be safe. #townparrot
    {Place} put out a saucer of seeds and a very small chair. #townparrot
    Nobody owns it, and everybody has spoken to it in that voice. #townparrot
    Heard it order a round at {inn}. They poured. #townparrot
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
    My bread has been in the oven since ten past four. It looks like it. #tenpastfour
    {Inn} honours the clock and serves supper all day. #tenpastfour
    If time stands still, who is eating all the biscuits? #tenpastfour
    They have put a ladder on {street} and a man on the ladder. #tenpastfour
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
    Came for beans, stayed for the gossip about beans. #seedswap
    My neighbour's labels are in Latin, mine are in hope. #seedswap
    Traded a marrow for directions home. #seedswap
    The smallest envelope has the longest queue. #seedswap
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
    Ours was plum. We have decided not to ask. #mysterypie
    The dog found it first, so I can only tell you of the dish. #mysterypie
    I left a thank you note and got a second one. #mysterypie
    Whoever bakes at three in the morning: I heard your whisk. #mysterypie
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
    The ducks have a timetable and the boat does not. #ferry
    Somebody in the middle has opened a newspaper. They mean to stay. #ferry
    My sister is on it. She waves like a queen. #ferry
    A rope, a kettle and a sensible person would solve this. #ferry
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
    Mine was a bill, paid by the man who found it. #lostsack
    The postman cried a little, and then he ran his round. #lostsack
    Grandfather's answer has come. The question was about a goat. #lostsack
    Reading other people's postcards aloud on {street}, by request. #lostsack
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
    Yellow is a colour for ducks and I stand by that. #bandstand
    The tin is full, and half of it is buttons. #bandstand
    My vote is for whatever dries before the concert. #bandstand
    Painters have been seen. They were having tea. #bandstand
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
    It now has its own umbrella. #giantgourd
    Children have knocked on it and say somebody answered. #giantgourd
    We toasted it at {inn}. It could not come. #giantgourd
    Slugs approach it and turn back in awe. #giantgourd
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
    The driver reads us the news through the microphone. #swanstop
    It hissed at my ticket, which was valid. #swanstop
    We have formed a committee on the lower deck. #swanstop
    Somebody offered it the front seat, and it is thinking. #swanstop
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
    My hands smell of wax and of tangerines. #lanterns
    The smallest carries the moon and will not be helped. #lanterns
    Wind from {street}. We walk in the lee of the tall ones. #lanterns
    Ours is a teapot, and it pours light. #lanterns
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
    I have been standing on three down since breakfast. #pavingcrossword
    The baker sweeps round the clues now. #pavingcrossword
    A dog lay down on the answer. #pavingcrossword
    It has been solved in pencil, on the knees, by a nun. #pavingcrossword
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
    Even the crows sat down for it. #redsky
    My tea went cold and I did not mind. #redsky
    The river has it too, upside down. #redsky
    A whole bus stood up to look. #redsky
    `,
  ),
];

/** The events at a time: that of these hours and that of the hours before. */
export function talkOfTown(at: number, { ahead }: Clock): readonly TownTalk[] {
  const turn = Math.floor((at + ahead * MINUTE) / NEWS);
  return [turn, turn - 1].flatMap((one) => TALKS[one % TALKS.length] ?? []);
}

/** How often an answer names the topic of what it answers. */
const ECHO = 0.6;

/** An answer to a bark; many name its topic too, so that the town's news is what many bark about. */
export function echoing(random: Random, answer: string, about: string): string {
  const [topic] = /#\p{L}+/u.exec(about) ?? [];
  return topic !== undefined && random() < ECHO ? `${answer} ${topic}` : answer;
}
