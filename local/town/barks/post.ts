import { subject } from "@/local/town/subject";

export const post = subject(
  { hours: [8, 18] },
  `
  The post office queue has {count} people and one topic. It is {neighbour}'s new gate. 📮
  A postcard from [1998|2003|1987] arrived today. The weather was lovely, they wish we were there.
  Sent a parcel so badly wrapped that the clerk held it for a moment, and asked whether I was all right.
  New stamps have [otters|ferns|lighthouses] on. I wrote {few} letters that I did not need to.
  Our postwoman on {street} reads the postcards and tells you whether it is good news. We like it.
  The red box at {place} was painted yesterday. You can see who posts on a {weekday}.
  Address on the envelope: to the lady with the blue door and the loud birds. It got here.
  Handwriting like a spider's holiday. From my aunt. Took three of us and a magnifying glass. She is fine.
  Somebody posted a [leaf|feather|single sock] to me with a stamp on, no note. Best letter of the year.
  If you have a card for something you did not order: it is seeds, it is always seeds, {neighbour} did it.
  The scales at the post office called me heavy for my class. It was about the parcel, but still.
  I am going to write one proper letter a week. This is week one. It says: I am going to write one proper letter a week.
  A parcel for number [nine|four|sixteen] has been at our house for so long that it has a place at table.
  Put a letter under the wrong door on {street}. Made a friend of [eighty|seventy-nine|ninety-one].
  They stamp it so hard at the counter that you feel properly sent.
  My pen friend and I have written for {many} years. We met today. We were both too shy, so we will write about it.
  The lost letters drawer at the post office: {many} to Father Christmas, two to God, one to the man who fixes the clock.
  Posted it. Now it is the town's problem.
  A child asked at the counter how much to send a hug. She weighed his arms and said [two|three] coins.
  Somebody has knitted a hat for the post box by {place}. It has a robin on, and it is wonky. Perfect.
  {Neighbour} gets letters in green ink from somewhere with palm trees and will not be drawn on it.
  (morning) The van was early. The whole of {street} was still in dressing gowns, holding parcels.
  (cold) Last posting date for cards is nearer than you think, says the man who is thinking of his feet.
  (warm) Postcard season. The box at {place} is full by noon, and every one of them says lovely.
`,
);
