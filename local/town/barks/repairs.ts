import { subject } from "@/local/town/subject";

export const repairs = subject(
  { hours: [8, 21] },
  `
  Repair café, {weekday}, the old hall: bring your broken [toaster|lamp|radio] and your patience. #repaircafe
  Mended the stairs. They still creak, but now on purpose.
  {Count} screws left over. The chair stands. I ask no questions.
  {Neighbour} fixed my watch with a pin and a look.
  Took the kettle apart and found [a coin|a button|nothing wrong with it at all]. It works now. It was afraid of me.
  The tap has dripped since the spring. Washer: eleven pence. Self-respect: back.
  There is no such thing as a quick job on a house built in [1890|1912|1874].
  Found newspapers under the floorboards. {Street}, 1926: lost, one brown hen, answers to nobody.
  Glued the teapot. It pours to the left now. So we sit on the left.
  Borrowed a sander from the tool library. There is now less door.
  Watched {count} videos about plastering. I can now tell exactly how bad mine is.
  My father's toolbox has a tin in it that says bits. It has never once let me down.
  The old clock goes. It goes too fast, but it goes, and with such joy.
  Asked for a left-handed screwdriver at the ironmonger's on {street}. He sold me one. I respect him.
  If you have a [sewing machine|bicycle pump|transistor radio] that sulks, {neighbour} at {place} will listen to it for nothing.
  Painted the front door [yellow|dark green|plum]. {Few} strangers have said good morning to it.
  Sewed the elbow patch onto the table cloth as well. We eat around the sleeve.
  Shed roof done. It rained at once, as if to check.
  Rewired the lamp. Lamp works. House does not. Send candles.
  The gate that sticks has been sticking since before me. I planed it this morning and already I miss the noise.
  Somebody has repaired the bench by {place} without telling anyone. The new slat is oak. Whoever you are: lovely joint.
  Measured twice, cut once, measured a third time, sat down.
  (weekend) Repair café total: {many} things mended, {few} mourned, one toaster beyond the reach of love. #repaircafe
  (cold) Bled the radiators. They sighed, I sighed, we are warm.
  I fixed it. Nobody knows it was broken, so I am telling you.
`,
);
