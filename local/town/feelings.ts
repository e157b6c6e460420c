import type { SubjectName } from "@/local/town/barks";

/** The emoji for barks of a subject, most likely first. */
const OWN: Partial<Record<SubjectName, string>> = {
  allotment: "🥕 🌱 🐌",
  bees: "🐝 🍯 🌼",
  birds: "🐦 👀 🪶",
  bread: "🍞 😋 🧈",
  buses: "🚌 ⏰ 🙃",
  cats: "🐈 😹 👑",
  chess: "♟️ 🧠 🤝",
  choir: "🎵 👏 🥹",
  cinema: "🍿 😭 🎬",
  coffee: "☕ 💯 😌",
  cycling: "🚲 💨 🔔",
  dogs: "🐕 🦴 🥰",
  fishing: "🎣 🐟 🤏",
  football: "⚽ 🧤 🙌",
  garden: "🌱 ☀️ 🌷",
  jam: "🍓 🫙 😋",
  kitchen: "🍲 😋 🧄",
  knitting: "🧶 🧦 👏",
  library: "📚 🤫 💛",
  market: "🍎 🧺 💐",
  mushrooms: "🍄 🤫 🧺",
  neighbours: "🏡 🫖 🤝",
  nightshift: "🌙 🍜 🫡",
  post: "💌 📮 🥹",
  quiz: "🧠 🏆 🤔",
  rain: "🌧️ ☔ 🦆",
  repairs: "🔧 👏 🪛",
  river: "🌊 🦦 🛶",
  running: "🏃 💪 👟",
  school: "🎒 🥹 🌟",
  sea: "🌊 🐚 ⛵",
  sky: "🌟 🌙 😮",
  swimming: "🏊 🥶 👏",
  trains: "🚂 👋 🎟️",
  weather: "🌦️ 🧥 🙃",
};

const ALWAYS = "😂 ❤️ 👏 🔥 🎉 🤭 😍";

/** The emoji for barks of a subject (null: any), most likely first. */
export const feelingsAbout = (subject: SubjectName | null): readonly string[] => [
  ...new Set([subject ? (OWN[subject] ?? "") : "", ALWAYS].join(" ").split(" ").filter(Boolean)),
];

/** All emoji that are used. */
export const ALL_FEELINGS = [...new Set([...Object.values(OWN).join(" ").split(" "), ...ALWAYS.split(" ")])];
