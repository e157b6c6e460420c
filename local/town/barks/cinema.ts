import { subject } from "@/local/town/subject";

export const cinema = subject(
  { hours: [12, 24] },
  `
  The old cinema on {street} has one screen, one usher and one opinion about people who are late. 🎬
  {Weekday} film: black and white, subtitles, {neighbour} crying by the second reel.
  The projector stopped, so the pianist played until it came back. Nobody asked for their money.
  Row F, seat nine has a spring in it. We all know. We send the visitors there.
  Went in for the warmth, stayed for the [submarine|waltz|horse].
  A child in front explained the plot to me. It was better in her version.
  Popcorn: {few}. Sweets passed along the row by strangers: {many}. That is a night out.
  They are showing the one with the [lighthouse|bicycle|goat] again. I have asked for {weekday} off.
  {Neighbour} laughs one second after everybody else, and then we all laugh at that.
  Open-air film at {place}: bring a chair, a blanket and somebody who does not mind moths.
  The villain lived in a house just like {neighbour}'s. {Neighbour} has been insufferable ever since.
  Fell asleep in the middle. Woke up in a different film. Did not mind.
  The usher's torch has been mended with a plaster. Twenty years of service, both of them.
  Cinema cat is called {pet}, and walks along the screen edge in every love scene.
  I have never forgiven that ending, so I went to see whether it had changed.
  Silent film night. {Many} people being silent at it. Somebody's stomach had the best line.
  Double bill of [westerns|cartoons|shipwrecks]. My eyes are square, my heart is round.
  The organ came up through the floor, and a grown man behind me said oh.
  Three of us at the matinée. By the end we had all moved to the same row.
  Someone has been humming the theme along {street} since {weekday}. It is me. I am sorry.
  Missed the beginning, so I made one up. I prefer mine.
  The ice cream lady still walks down the aisle with the tray and the little lamp. Protect her.
  (evening) Everyone standing outside afterwards, not ready for it to be the ordinary street yet.
  (cold) Kept my coat on, my scarf on, and somebody's mittened hand. Good film, I think.
  (warm) The screen at {place} blew about a bit. The hero was, at times, very wide.
`,
);
