import type { SubjectName } from "@/local/town/barks";

/** First halves of a bio, by a person's favourite subject. */
export const BIO_STARTS: Readonly<Record<SubjectName, string>> = {
  allotment: `Plot nine, the one with the crooked shed.
    Growing leeks and excuses.
    Allotment treasurer, keeper of the tap key.
    Second place, marrows, three years running.`,
  bees: `Four hives and a lot of apologies to the neighbours.
    Beekeeper, mostly by permission of the bees.
    Honey on the wall, honesty box beside it.
    Plants what buzzes.`,
  birds: `Ears up, binoculars down.
    Counts sparrows so that you do not have to.
    Once saw a hoopoe and has not been quiet since.
    Fills feeders, names robins.`,
  bread: `Baker, mostly rye.
    Up at four for reasons of dough.
    Sourdough parent of two.
    Will trade loaves for gossip.`,
  buses: `Drives the number nine.
    Top deck, front left.
    Knows every stop and most of the people at them.
    Retired conductor, still counts.`,
  cats: `Lives with three cats, by their leave.
    Staff to one ginger cat.
    Opens doors for a living, unpaid.
    Feeds whoever sits on the wall.`,
  chess: `Plays chess badly, with great feeling.
    Usually at the stone table, losing to children.
    Postal chess since the stamps were cheap.
    Thinks for a long time, then moves the wrong one.`,
  choir: `Alto, when counted.
    Sings bass in the choir and in the bath.
    Turns pages for the organist.
    Fourth tenor of three.`,
  cinema: `Projectionist, one screen, no complaints.
    Cries at the beginning of films, to save time.
    Tears tickets on weekends.
    Row F, seat eight.`,
  coffee: `Runs the small café with the big window.
    Two sugars, no hurry.
    Best thoughts before the second cup.
    Barista, listener, occasional matchmaker.`,
  cycling: `Goes everywhere by bicycle, arrives damp.
    Mends punctures, collects bells.
    Cargo bike, two children, one cello.
    Slow cyclist, fast sandwiches.`,
  dogs: `Walks other people's dogs and listens to both.
    Human of a small brown dog.
    Vet's assistant, scratched but happy.
    On the other end of the lead.`,
  fishing: `Fishing, or at least sitting.
    Ties flies and tells stories about the same size.
    Up before the herons, home after lunch.
    Keeps worms in the fridge, lives alone.`,
  football: `Goalkeeper emeritus, the rec ground.
    Coaches the under-nines, learns a lot.
    Brings the oranges.
    Left back, and left there.`,
  garden: `Gardener, mostly losing to snails.
    Roses, compost, opinions about roses.
    Will swap cuttings for nearly anything.
    Digs, forgets, is surprised in spring.`,
  jam: `Forty jars on the shelf and a sticky phone.
    Quince season is my season.
    Makes marmalade, holds grudges.
    Looking for empty jars, always.`,
  kitchen: `Cooks for however many turn up.
    Soup on Mondays, door open.
    School cook with a secret shelf of paprika.
    Owns eleven wooden spoons and one good knife.`,
  knitting: `Knits on trains, in meetings, in the dark.
    Wool shop on Saddler Street, the one with the cat.
    Casts on more than I cast off.
    Has made you a hat, you just do not know it yet.`,
  library: `Librarian. The cardigan is real.
    Reads the last page first and stands by it.
    Returns desk, Tuesdays and most evenings.
    Mends books with wheat paste and patience.`,
  market: `Cheese stall, third from the clock.
    Sells brushes. Ask me about brushes.
    Goes to market for eggs, comes home with lamps.
    Flowers by the bunch, advice by the hour.`,
  mushrooms: `Forester, often lost on purpose.
    Basket, knife, no comment on where.
    Looks at the ground a lot and is rarely sorry.
    Ranger in the beech wood.`,
  neighbours: `Number seven. Keeps everybody's spare key.
    Takes in parcels for the whole of the street.
    Organises the long table every summer.
    New in town, already owes two people plums.`,
  nightshift: `Night nurse.
    Porter, ward six, ten till six.
    Drives the night bus and thinks of titles for songs.
    Baker's hours without the bread.`,
  post: `Postwoman, Mill Lane to Copper Hill.
    Writes letters, real ones, with a pen.
    Sorts your parcels and guesses what is in them.
    Collects stamps with birds on.`,
  quiz: `Quizmaster on Wednesdays, sorry about the handwriting.
    Knows one fact about every country.
    Captain of The Missing Scarecrow.
    Comes second for a living.`,
  rain: `Likes rain and says so.
    Owns one good coat.
    Roofer, so I follow the clouds.
    Collects umbrellas that others have given up on.`,
  repairs: `Carpenter, slow and level.
    Fixes radios at the repair café.
    Piano tuner, also doors if they squeak in key.
    If it is broken, do not throw it, ring me.`,
  river: `Lock keeper, third generation.
    Lives on a narrowboat called Second Helpings.
    Swims, rows, falls in.
    Keeps the ferry and the ferry's cat.`,
  running: `Runs so as to arrive at cake.
    Last in every race, never not finished.
    Hill on a Tuesday, bun on a Wednesday.
    Physio with opinions about your shoes.`,
  school: `Teaches seven-year-olds, learns daily.
    Mother of twins, hence the socks.
    School caretaker and finder of gloves.
    Father, taxi, lost property office.`,
  sea: `Grew up by the sea, live by the river, make do.
    Sailor, ashore.
    Goes to the coast whenever the train lets me.
    Painter of boats, both kinds.`,
  sky: `Amateur of stars.
    Has a telescope and will share.
    Up late for Saturn.
    Astronomy club, blankets and soup.`,
  swimming: `Slow lane, all year.
    Lifeguard with a book under the table.
    Cold water, hot chocolate.
    Swims the mill pond when nobody is counting.`,
  trains: `Signalman, retired, still looks both ways.
    Commutes on the early one.
    Draws people on trains, kindly.
    Sells tickets at the small window.`,
  weather: `Keeps the rain gauge for the county.
    Watches the sky, hangs out the washing anyway.
    Writes down the temperature at nine each morning.
    Barometer in the hall, trust issues.`,
};

/** Second halves, which fit anybody. */
export const BIO_ENDS = `
  Barks mostly on the bus.
  Barks about small things at length.
  Three children, one bathroom.
  Better at beginnings.
  Usually carrying something for somebody.
  Owner of the loudest gate in town.
  Here to see who is near.
  Still looking for the scarecrow.
  Cake is a reason.
  Ask me about the flood.
  Born on Lantern Street, never got far.
  Moved here for a year, eleven years ago.
  Says hello to lamp posts.
  Left-handed and proud.
  Two sisters, both funnier.
  Happiest in a borrowed jumper.
  Plays the accordion, with warning.
  Married to the tuba section.
  Reads signs out loud.
  Tea first.
  No strong opinions before nine.
  Some strong opinions after nine.
  My mother is on here, so mind yourselves.
  Slow to answer, glad you asked.
  Tall, if you are looking for me in a crowd.
  Short, if you are looking for me in a crowd.
  I have the ladder. Everybody asks. I have it.
  Collector of good afternoons.
  Will water your plants.
  Allergic to hurry.
  Grandmother of six, referee of all of them.
  Learning Portuguese from a radio.
  Working on being on time.
  Fond of the word perhaps.
  Lost at quiz, lucky in soup.
  I wave at trains.
  Likes maps, gets lost.
  Once won a ham.
  Dancing on Thursdays, badly.
  I know whose cat that is.
  Opinions are my own, the jokes are my father's.
  Photographs doors.
  Speaks fluent toddler.
  Always has string.
  Will talk about moss.
  Not a morning person, works mornings.
  Widower, baker of one very good pie.
  Student, mostly of the bus timetable.
  Easily pleased, hard to wake.
  Glad to be here.
`;
