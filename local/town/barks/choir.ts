import { subject } from "@/local/town/subject";

export const choir = subject(
  { hours: [10, 23] },
  `
  Choir tonight needs [tenors|basses|altos]. No need to be good. We have {neighbour} for that.
  We sang the quiet bit quietly. First time in {count} years.
  The sopranos have asked us to stop calling it the screaming page. 🎵
  Our conductor lost the baton and led us with a [breadstick|pencil|knitting needle]. We were never better together.
  Humming the alto line at the bus stop. A stranger came in with the bass. Reader, we finished it.
  {Neighbour} turned two pages at once, and so half of us were in heaven early.
  Concert on {weekday} at the old hall: {many} singers, one piano, some of the right notes.
  I went to one rehearsal in [2019|2015|2017] to be polite. I now own three black folders.
  We have been asked to sing at {place} for the opening of the new bench. The programme is mostly rain songs.
  Somebody's phone rang in the rest. In tune. In the right key. He got applause.
  Warm-up exercise of the week: pretend to be a door. The basses are very convincing doors.
  My voice is gone. {Neighbour} says the blend has improved.
  The piano at the hall has a new middle C. The old one is on the conductor's desk, like a tooth.
  There is a bar in the third verse that makes my neck hairs stand up, every single time.
  Practised in the car with the windows up. At the lights, {neighbour} applauded.
  Joined as a tenor, demoted to page turner, promoted to cake. I have found my part.
  If you hear Latin from the laundrette on {street}, that is us. The hall has no heating.
  Our bass section is {few} men and a radiator.
  Sight-reading is just walking downstairs in the dark with {count} friends.
  {Mention} you have my folder and I have yours, which explains both our evenings.
  (evening) Everyone goes quiet in the car park after rehearsal. Then somebody starts the last chorus again.
  (cold) Carols already. It is early, and I sang every word.
  (warm) Sang outdoors at {place}. A blackbird took the descant and would not give it back.
  Someone cried in the second row. It was me, I am the second row.
  Cake rota for choir is out. I am down for {weekday}, with {neighbour}. The pressure is real.
`,
);
