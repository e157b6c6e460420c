/** Conversations of today; the format is explained in `script`. Ages are in minutes, the number after that is likes. */
export const TODAY = `
  # neighbours 205m 430
  juniper: The scarecrow from plot nine is back. New trousers. He will not say where he has been.
    maple: I knew it. I said Lisbon from the start.
      juniper: Lisbon would explain the tan.
    badger: For the record, those are not my trousers.
      clover: Badger, they have your name in them.
        badger: It is a common name.
      wren: Nobody had mentioned trousers to you yet.
    toad: I walked with him as far as the lock. He was quiet, but good company.
    1: He winked at my grandmother. She has asked for a chair to be put out.
      juniper: Tell her to queue. There are four ahead of her.

  # buses 96m 310
  poppy: There is a goose on the number 14. She has a seat. She has, I think, a ticket.
    snail: That is Marguerite. She gets off at the mill pond.
      poppy: She just rang the bell herself.
    hare: I ran beside you for two stops. She looked down at me with pity.
    1: Driver here. She pays in bread and never argues. I wish there were more like her.
      poppy: I offered her my seat and she took my bag as well.
    2: On Thursdays she brings a friend. The friend stands.
      otter: The friend is a gander from the weir, and it is not going well between them.

  # market 395m 560
  1: A man at the flower stall asked for "whatever says sorry since 1998". The whole queue let him go first.
    poppy: I was selling. He left with everything white and my good scissors.
      clover: Did it work, does anybody know?
        2: She is my aunt. She hit him with them, and then put them in water.
          poppy: That is a yes.
    finch: He bought two rolls after that. Two. I did not say a word, but I whistled.
    wren: I have not been so happy about a stranger since the lamp post wedding.
      3: We do not have time to explain the lamp post wedding, newcomers. Ask on Sunday.

  # river 11m
  otter: The kayak has a name on it, inside, in pencil. It says Second Try.
    fern: Oh, that is somebody who knows you.
    heron: I saw who brought it. I was standing still. I shall go on standing still.
      otter: Heron. Friend. What would it take?
        heron: A sprat would be a beginning.
    maple: Is the ribbon at least a good one?
      otter: Silk. Somebody is serious.

  # bread 34m
  finch: One loaf is left and it has my thumb print in it. Half price, whole flavour.
    clover: Put it by. I am at the corner with one shoe on.
    toad: I had my hat off already.
      finch: Then you share it. I have a good knife and no favourites.
        clover: He may have the thumb.

  # garden 70m
  fern: Somebody has labelled every plant on the library steps. The labels are wrong, and beautiful.
    moss: "Early Tuesday." "Aunt." "Not That One." I recognise my hand, but not the evening.
      fern: There is one that only says "forgive me", in front of a leek.
        moss: The leek knows why.
    maple: I would like to buy an Aunt, please.
    owl: Two people have asked at the desk for Early Tuesday. I lent them a book about hope.

  # cats 118m
  maple: The cat has been weighed. We shall not be taking questions.
    poppy: One question.
      maple: No.
    badger: In soup terms, roughly?
      maple: A big pot. A family pot.
    clover: He has breakfast here as well, to be fair. And elevenses. He told me he was an orphan.
      finch: He told me he was a baker.

  # nightshift 240m
  fox: To whoever left a hot water bottle on the wall by the bins: I was not cold. I am now very happy.
    clover: It had a cover on because it is a gift. Keep the cover.
      fox: The cover has ducks on it. I have never felt so seen.
    badger: You told me you were too proud for hot water bottles.
      fox: I said many things in August.

  # choir 150m
  wren: We are one tenor short for the Sunday concert. Experience not needed. Trousers needed.
    newt: I have a trombone and can stand where a tenor would.
      wren: Newt. No. Well. How loud is the first half of a scale?
        newt: It depends on the weather and the size of the hall.
      finch: Let him. Nobody can hear the basses anyway.
        wren: That is exactly what the basses said about you.

  # chess 310m
  acorn: Whoever plays black at the stone table in my absence: you are winning, stop it.
    1: It was me, then it was my gran, then a man with a pram. We took it in turns.
      acorn: The knight is hanging.
        1: The man with the pram said it was a gift. He was crying a bit. We let it stand.
    owl: I have adjourned it with a teacup. Nobody moves a teacup.

  # library 345m
  owl: Returned today, 31 years late: one atlas, with a list of the countries that have changed, in neat pencil.
    heron: Did you ask for the fine?
      owl: I asked whether they wanted to keep it. They wanted a date stamp. So I stamped it.
    1: I was eleven. I moved three times. It always had its own box. Thank you for not laughing.
      owl: I laughed after you had gone, and then I had a small cry on the mezzanine.
        1: That is where I stole it from.

  # dogs 425m
  toad: Walked four dogs. Came home with five. None of them is saying anything.
    otter: Is one small, brown, and full of river?
      toad: He is full of my supper.
        otter: That is Hector. He does that. I shall come with a lead and an apology.
    1: Ours is missing and yours has one too many. I am no mathematician, but I have a big one called Duchess.
      toad: Duchess is on the sofa. The sofa is hers now. Come and see the sofa.

  # kitchen 470m
  badger: I have made soup for thirty and told nobody what it is. Bring a bowl and some faith.
    clover: It is parsnip. I can see the peelings from here.
      badger: That is why we are not told what is in the faith.
    wren: There are nine of us on the hall steps already, with spoons.
    maple: I brought the good bowl and left with someone else's good bowl. I think this is how towns begin.
      badger: It was empty when it left. That is all a cook can ask.

  # repairs 530m
  acorn: A lady brought me a music box that plays one note. I have mended it. Now it plays two.
    poppy: Is that better?
      acorn: She says the one note was her husband's favourite. I am putting it back.
        poppy: I have to close the stall for a minute.
    juniper: Make the second one stick only on his birthday.
      acorn: I have just ordered the spring. You are softer than your knees.

  # sky 610m
  fox: The moon is on the chapel roof like a plate somebody forgot.
    heron: It is in the pond as well. I am being careful with my feet.
    owl: I have the reading room lamp off so that three people can look at it. It is very quiet and nobody has turned a page.
      fox: Best thing you have ever lent out.

  # garden 1460m
  maple: Question for the square: is it still mint if it has moved in with the neighbours?
    juniper: It is not mint any more, it is foreign policy.
    clover: It has come under the fence, over the path and into my teapot. I am not complaining. I am only pouring.
      maple: Send it home when it gets dark.
    moss: Mine married a nettle. We do not talk about it at table.
    fern: There are two kinds of gardener, those with mint everywhere, and those who say they have none.
`;
