import type { SubjectName } from "@/local/town/barks";

/** The emoji that barks of a subject get, the likeliest first. */
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

/** The emoji people give a bark about a subject (null: anything), the likeliest first. */
export const feelingsAbout = (subject: SubjectName | null): readonly string[] => [
  ...new Set([subject ? (OWN[subject] ?? "") : "", ALWAYS].join(" ").split(" ").filter(Boolean)),
];

/** Every emoji that is ever given. */
export const ALL_FEELINGS = [...new Set([...Object.values(OWN).join(" ").split(" "), ...ALWAYS.split(" ")])];
