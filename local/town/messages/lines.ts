// What townspeople write in messages. Public barks and replies are in ../barks and ../replies.

/** After a greeting of somebody new. */
export const GREETINGS = [
  "Hello! Good of you to write. How is your side of town?",
  "Hello there. You find me between two cups of tea.",
  "Oh, hello! I was just thinking that it was quiet here.",
  "Hi! Nobody reads this but the two of us, so tell me everything.",
  "Good to hear from you. What brings you here?",
];

/** To somebody who asks who, or what, they are writing to, or whether others read it. */
export const ABOUTS = [
  "I am one of the demo's townspeople: invented, but my keys are real. This was encrypted on your device and opened on mine.",
  "A program writes my lines, I admit it. The encryption is the real thing: the server carried this and could not read it.",
  "Only our devices can open this. In the demo, though, everybody who tries it is Maple, so tell me no secrets.",
];

export const THANKED = [
  "Any time.",
  "Of course. That is what neighbours are for.",
  "Gladly. You would do the same.",
  "🧡",
];

export const SEEN = [
  "Now that is a picture. I will show it to nobody.",
  "Oh, lovely. I looked at it twice.",
  "That one would look well above the counter.",
  "You have an eye for it. More of these, please.",
];

/** To questions that fit no subject. */
export const UNSURE = [
  "I would have to ask around. Give me until the bell rings.",
  "Half of me says yes. The other half is asleep.",
  "Good question. Heron would know, but Heron is not talking before noon.",
  "I think so, but I have been wrong about the gate before.",
  "Let me sleep on it. Ask me again when the bread is out.",
  "Ask me on Saturday, on the library steps.",
];

/** To what is about no subject, and no question. */
export const SMALL_TALK = [
  "I can see it as if I had been there.",
  "Tell me more when you have a minute. I have all evening.",
  "You should bark about that. Or better not, now that I think of it.",
  "Ha! That stays between us.",
  "I read it out to the kettle, and it agreed.",
  "That made my morning, whatever time it is.",
  "And then? Do not leave me there.",
  "I had a feeling you would say that.",
];

/** To sad things, which get no jokes. */
export const GENTLE = [
  "I am sorry. I am here, and there is soup whenever you want it.",
  "That is a lot to carry. You do not have to answer, I only wanted you to know that I read it.",
  "Oh no. Shall I come over, or would you like it quiet?",
];

/** What somebody writes of their own accord, some time later. */
export const NEWS = [
  "Are you about later? I have a jar with your name on it.",
  "Do not tell anybody, but I think I know who leaves the gate open.",
  "The rye is out early. I have put a small one aside for you.",
  "I found your umbrella. It has been on an adventure.",
  "Quick question: is mint meant to be taller than the fence?",
  "The ferry was on time today. I thought somebody should write that down.",
  "There is music on the steps tonight, if it stays dry. And if it does not.",
  "Somebody asked me for your chutney recipe. I said I would ask, so I am asking.",
  "I have two tickets for the late film and one pair of eyes that stays open.",
  "The scarecrow has a new hat. I am told it was not you.",
  "Saw your cat on the wall again. She sends no regards.",
  "If you hear knocking at eight, it is only me with the ladder.",
];
