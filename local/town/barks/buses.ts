import { subject } from "@/local/town/subject";

export const buses = subject(
  { hours: [6, 23] },
  `
  The number [four|nine|eleven] bus came early and I was, for once, also early. We looked at each other with respect. 🚌
  Top deck, front seat, pretending to drive. I am [forty-six|fifty|thirty-eight].
  The driver on the {hour} knows everybody's stop. Get on without speaking, get off at home.
  Left my [umbrella|lasagne|trombone] on the nine. If you are sitting next to it: it is lonely, please talk to it.
  {Neighbour} thanks the driver by name, then the bus.
  Two buses at once. Nobody at the stop knew what to do with such riches.
  An old man gave me his seat because I looked tired. I am twenty-four. I took it.
  Diversion along {street}. We have all seen some very interesting back gardens.
  Somebody on the bus is telling the plot of a film so badly that I have to see it.
  Bus shelter at {place} now has a bookshelf. Bring one, take one, miss your bus.
  A child rang the bell at every stop between {place} and the hospital, and the driver said thank you each time.
  Sat next to a woman with a hen in a basket. We did not mention it, neither of us.
  The replacement bus is a school bus. Somebody has scratched [I love Jo|chips|help] on the seat in front of me, and I agree.
  Waited {many} minutes with {neighbour}. Best talk that we have had in years. Bless the timetable.
  The wipers squeak in three-four time. The back seat has begun to sway.
  If you run for the [four|nine|eleven] and wave, it stops. If you run and look proud, it does not.
  Lost mitten on the dashboard of the nine, waving at everyone. #lostandfound
  The bus driver sang from {place} to the terminus. Something about a river. People missed their stops.
  Sunday service on a {weekday}. No one was told, least of all the bus.
  Windows steamed up, somebody has drawn the whole route with a finger, including the tree.
  (morning) {Count} of us at the stop, all with the same scarf, all from the same market stall.
  (evening) Last bus up Copper Hill, lights low, everybody leaning the same way on the bend like wheat.
  (night) The night bus is a small town with a very honest council.
  (cold) Heated seat over the back wheel. I will not say which side.
  A man got on with a [door|canoe paddle|very tall plant]. We all moved up. It is that sort of route.
`,
);
