import { foldLine, wordFinder } from "@/lib/text/find-words";
import { entities } from "@/lib/text/entities";
import { fold } from "@/lib/text/fold";
import { searchable, wordsOf } from "@/lib/text/words";

/** Words that people bark, at least one of each script; a search for each must find it, alone and among others. */
export const WORDS: Record<string, string[]> = {
  Latin: ["hello", "Élan", "Straße", "İstanbul", "Việt", "naïve", "smörgåsbord", "Łódź", "don’t", "e-mail"],
  Greek: ["Καλημέρα", "ΣΊΣΥΦΟΣ", "άνθρωπος", "ᾳδης"],
  Cyrillic: ["йод", "ёлка", "їжак", "ўзор", "ќерка", "м’ята", "Ѓорче", "ӑслӑлӑх"],
  Armenian: ["և", "Բարեւ", "Երևան"],
  Hebrew: ["שָׁלוֹם", "צה״ל", "עולם"],
  Arabic: ["مُحَمَّد", "سلام", "محـــمد", "أحمد", "می‌خواهم", "مؤمن", "پاکستان", "١٢٣"],
  Syriac: ["ܫܠܡܐ", "ܐܲܪܵܡܵܝܵܐ"],
  Thaana: ["ދިވެހި"],
  Nko: ["ߒߞߏ", "ߓߊ߬ߘߋ߬ߡߊ"],
  Adlam: ["𞤆𞤵𞤤𞤢𞤪"],
  Ethiopic: ["ሰላም", "አማርኛ"],
  Tifinagh: ["ⵜⴰⵎⴰⵣⵉⵖⵜ"],
  Vai: ["ꕙꔤ"],
  Bamum: ["ꚠꚡꚢ"],
  Osmanya: ["𐒈𐒝𐒑𐒛𐒐𐒘"],
  Bassa_Vah: ["𖫐𖫗𖫒"],
  Georgian: ["საქართველო", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ"],
  Devanagari: ["नमस्ते", "हिन्दी", "ज़िंदगी", "क्षि", "१२३"],
  Bengali: ["বাংলা", "ধন্যবাদ", "পড়া"],
  Gurmukhi: ["ਪੰਜਾਬੀ"],
  Gujarati: ["ગુજરાતી"],
  Oriya: ["ଓଡ଼ିଆ"],
  Tamil: ["தமிழ்", "நன்றி"],
  Telugu: ["తెలుగు"],
  Kannada: ["ಕನ್ನಡ"],
  Malayalam: ["മലയാളം", "നന്ദി"],
  Sinhala: ["සිංහල", "ශ්‍රී"],
  Thai: ["สวัสดี", "หมา", "น้ำ"],
  Lao: ["ສະບາຍດີ", "ນ້ຳ"],
  Khmer: ["ភាសាខ្មែរ", "ឆ្កែ"],
  Myanmar: ["မြန်မာ", "ခွေး"],
  Tibetan: ["བོད་ཡིག", "བཀྲ་ཤིས"],
  Mongolian: ["ᠮᠣᠩᠭᠣᠯ", "ᠪᠠᠶᠠᠷ ᠤᠨ"],
  Han: ["花火大会", "北京", "臺灣", "々"],
  Hiragana: ["ありがとう", "がっこう"],
  Katakana: ["ラーメン", "ｶﾞｽ", "ガス"],
  Bopomofo: ["ㄅㄆㄇ"],
  Hangul: ["고양이", "안녕하세요", "한국어", "ㅋㅋㅋ"],
  Yi: ["ꆈꌠꁱꂷ"],
  Cherokee: ["ᏣᎳᎩ", "ꮳꮃꭹ"],
  Canadian_Aboriginal: ["ᐃᓄᒃᑎᑐᑦ"],
  Deseret: ["𐐔𐐯𐑅𐐨𐑉𐐯𐐻"],
  Osage: ["𐓏𐓘𐓻𐓘𐓻𐓟"],
  Javanese: ["ꦗꦮ"],
  Balinese: ["ᬩᬮᬶ"],
  Sundanese: ["ᮞᮥᮔ᮪ᮓ"],
  Tai_Tham: ["ᨣᩤᩴᨾᩮᩬᩥᨦ"],
  Tai_Le: ["ᥖᥭᥰ"],
  New_Tai_Lue: ["ᦅᦱᦖ"],
  Cham: ["ꨌꩌ"],
  Limbu: ["ᤕᤰᤌᤢᤱ"],
  Lepcha: ["ᰛᰩᰴ"],
  Meetei_Mayek: ["ꯃꯩꯇꯩ"],
  Ol_Chiki: ["ᱥᱟᱱᱛᱟᱲᱤ"],
  Chakma: ["𑄌𑄋𑄴𑄟𑄳𑄦"],
  Saurashtra: ["ꢱꣃꢬꢵ"],
  Tagalog: ["ᜊᜌ᜔ᜊᜌᜒᜈ᜔"],
  Buginese: ["ᨅᨔ"],
  Batak: ["ᯅᯖᯂ᯲"],
  Kayah_Li: ["ꤊꤢꤛꤢ꤭"],
  Phags_Pa: ["ꡏꡡꡃ"],
  Glagolitic: ["ⰃⰎⰀⰃⰑⰎⰠ"],
  Coptic: ["ⲘⲈⲦⲢⲈⲘⲚⲬⲎⲘⲒ"],
  Gothic: ["𐌲𐌿𐍄"],
  Runic: ["ᚱᚢᚾ"],
  Ogham: ["ᚑᚌᚐᚋ"],
  Cuneiform: ["𒀀𒈾"],
  Egyptian_Hieroglyphs: ["𓀀𓂋"],
  Warang_Citi: ["𑢹𑣉𑣁"],
  Common: ["❤️", "❤", "🇫🇮", "👩‍👩‍👧", "👍🏽", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "½", "H₂O", "1,000", "2026", "x²", "①", "ＡＢＣ", "C++"],
};

/** Pairs of a bark and a search that finds it. */
export const FOUND: [bark: string, asked: string][] = [
  ["йод и ёлка", "елка"],
  ["Ёжик", "ежик"],
  ["Ελλάδα", "ελλαδα"],
  ["ΟΔΌΣ", "οδος"],
  ["Երևան", "երեւան"],
  ["ԵՐԵՎԱՆ", "Երեվան"],
  ["می‌خواهم", "میخواهم"],
  ["كتابى", "کتابی"],
  ["محـــمد", "محمد"],
  ["مُحَمَّد", "محمد"],
  ["שָׁלוֹם", "שלום"],
  ["צה״ל", 'צה"ל'],
  ["צה״ל", "צהל"],
  ["1,000 trees", "1000"],
  ["1.000 Bäume", "1,000"],
  ["1,00,000", "100000"],
  ["١٢٣", "123"],
  ["I ❤️ rain", "❤"],
  ["I ❤ rain", "❤️"],
  ["👍🏽", "👍"],
  ["½ cup", "1/2"],
  ["1½ cups", "½"],
  ["H₂O", "h2o"],
  ["Ｈｅｌｌｏ", "hello"],
  ["ฉันรักหมามาก", "หมา"],
  ["ខ្ញុំចូលចិត្តឆ្កែណាស់", "ឆ្កែ"],
  ["ຂ້ອຍມັກໝາຫຼາຍ", "ໝາ"],
  ["ကျွန်တော်ခွေးချစ်တယ်", "ခွေး"],
  ["今日は東京で花火大会", "花火"],
  ["今日は東京で花火大会", "東京"],
  ["味噌ラーメン屋", "ラーメン"],
  ["ｶﾞｽ", "ガス"],
  ["高校生AKB48が", "akb48"],
  ["고양이가 잔다", "고양이"],
  ["고양이들에게는", "고양이"],
  ["물을 마신다", "물"],
  ["서울에서 왔다", "서울"],
  ["BTS가 왔다", "bts"],
  ["l’été", "ete"],
  ["don’t", "dont"],
  ["dont", "don't"],
  ["e-mail", "email"],
  ["email", "e-mail"],
  ["seed swap", "seed-swap"],
  ["il·lusió", "illusio"],
  ["Hawaiʻi", "hawaii"],
  ["м’ята", "м'ята"],
  ["Straße", "STRASSE"],
  ["STRAẞE", "straße"],
  ["İstanbul", "istanbul"],
  ["DİYARBAKIR", "diyarbakır"],
  ["ꭰ", "Ꭰ"],
  ["ശ്രീ", "ശ്രീ"],
  ["ශ්‍රී ලංකා", "ශ්රී"],
  ["बाज़ार", "बाजार"],
  ["#SeedSwap", "seedswap"],
  ["@maple_tree", "maple_tree"],
  ["co\u00adoperate", "cooperate"],
  ["한국어", "한국어"],
];

/** Pairs of a bark and a search that does not find it. */
export const NOT_FOUND: [bark: string, asked: string][] = [
  ["иод", "йод"],
  ["йод", "иод"],
  ["іжак", "їжак"],
  ["узор", "ўзор"],
  ["カス", "ガス"],
  ["か", "が"],
  ["hello", "hell"],
  ["concatenate", "cat"],
  ["10000", "1,000"],
  ["🇫🇮", "🇫🇷"],
  ["👨‍👩‍👧", "👧"],
  ["고양이", "양이"],
  ["大阪", "大坂"],
  ["น้ำ", "นา"],
];

/** Muted words, and texts in which each is found as a whole word. */
export const MUTED: [word: string, text: string][] = [
  ["cafe", "Le CAFÉ"],
  ["café", "cafe"],
  ["елка", "новая ёлка"],
  ["οδος", "Η ΟΔΌΣ"],
  ["محمد", "هذا مُحَمَّد"],
  ["میخواهم", "من می‌خواهم"],
  ["고양이", "고양이가 잔다"],
  ["고양이", "고양이들에게는"],
  ["물", "물을 마신다"],
  ["서울", "#서울에서"],
  ["bts", "BTS는"],
  ["1000", "1,000 trees"],
  ["½", "a ½ cup"],
  ["h2o", "H₂O"],
  ["❤", "love ❤️ you"],
  ["🇩🇪", "🇫🇷🇩🇪"],
  ["หมา", "ฉันรักหมามาก"],
];

/** Muted words, and texts in which none is a whole word. */
export const NOT_MUTED: [word: string, text: string][] = [
  ["иод", "йод"],
  ["고양", "고양시청사진"],
  ["물", "물고기"],
  ["이", "고양이"],
  ["caf", "café"],
  ["كلب", "كلبي"],
  ["👍", "👍🏽"],
  ["🇦🇩", "🇫🇦🇩🇪"],
];

/** Texts, and the parts of them that become links: URLs, mentions and topics. */
export const MARKED: [text: string, marks: string[]][] = [
  ["@boさん、元気？", ["@bo"]],
  ["感謝@bo", ["@bo"]],
  ["ขอบคุณ@bo", ["@bo"]],
  [".@bo said", ["@bo"]],
  ["cc:@bo, @fern.", ["@bo", "@fern"]],
  ["@bo’s den", ["@bo"]],
  ["(@bo)", ["@bo"]],
  ["@bo。", ["@bo"]],
  ["@boé", []],
  ["слово@bo", []],
  ["고마워@bo", []],
  ["mail maple@town.example", []],
  ["maple.tree+den@town.example", []],
  ["maple-@town.example", []],
  ["@bo@elsewhere.example", []],
  ["a/@bo", []],
  ["見てhttps://a.example/b", ["https://a.example/b"]],
  ["👉https://a.example/b", ["https://a.example/b"]],
  ["смотриhttps://a.example", ["https://a.example"]],
  ["xhttps://a.example", []],
  ["「https://a.example/b」を", ["https://a.example/b"]],
  ["https://a.exampleを見て", ["https://a.example"]],
  ["https://例え.jp/あ", ["https://例え.jp/あ"]],
  ["https://my_den.a.example/x", ["https://my_den.a.example/x"]],
  ["https://user:pw@host", []],
  ["https://bo:pw@host.example/@bo", []],
  ["https://a.example/@bo#x", ["https://a.example/@bo#x"]],
  ["https://a.example/b_(c).", ["https://a.example/b_(c)"]],
  ["#il·lusió!", ["#il·lusió"]],
  ["#می‌خواهم است", ["#می‌خواهم"]],
  ["#タグ・タグ・", ["#タグ・タグ"]],
  ["#ශ්‍රී", ["#ශ්‍රී"]],
  ["#हिन्दी", ["#हिन्दी"]],
  ["#c·", ["#c"]],
  ["#·c", []],
  ["word#topic", []],
  ["https://a.example/x#y", ["https://a.example/x#y"]],
];

/** Whether a search finds a text in the index: every word as a phrase, or in its joined spelling. */
export function finds(text: string, asked: string): boolean {
  const kept = ` ${searchable(text)} `;
  const words = wordsOf(fold(asked));
  return (
    words.length > 0 &&
    words.every(({ kind, tokens, others: [together] }) => {
      const ways = [tokens.join(" "), ...(kind === "word" && tokens.length > 1 && together ? [together] : [])];
      return ways.some((way) => kept.includes(` ${way} `));
    })
  );
}

const mutes = (word: string, text: string) => wordFinder([{ word, whole: true }])(foldLine(text)).has(0);

/** Entries of these tables with which the code disagrees, on the server or in a browser; must be empty. */
export function wordFaults(): string[] {
  const faults = (what: string, cases: [string, string][], fails: (one: string, other: string) => boolean) =>
    cases.filter(([one, other]) => fails(one, other)).map(([one, other]) => `${what}: ${one} | ${other}`);
  const words = Object.values(WORDS).flat();
  return [
    ...faults(
      "not found alone",
      words.map((word) => [word, word]),
      (text, word) => !finds(text, word),
    ),
    ...faults(
      "not found",
      words.map((word) => [`Look: ${word}, and more`, word]),
      (text, word) => !finds(text, word),
    ),
    ...faults(
      "not found in one text",
      words.map((word) => [words.join(" "), word]),
      (text, word) => !finds(text, word),
    ),
    ...faults(
      "not muted",
      words.map((word) => [word, `Look: ${word}, and more`]),
      (word, text) => !mutes(word, text),
    ),
    ...faults("not found", FOUND, (text, word) => !finds(text, word)),
    ...faults("found", NOT_FOUND, (text, word) => finds(text, word)),
    ...faults("not muted", MUTED, (word, text) => !mutes(word, text)),
    ...faults("muted", NOT_MUTED, (word, text) => mutes(word, text)),
    ...MARKED.flatMap(([text, marks]) => {
      const made = entities(text)
        .filter(({ kind }) => kind !== "text")
        .map((entity) => entity.text);
      return made.join(" ") === marks.join(" ") ? [] : [`marked otherwise: ${text} | ${made.join(" ")}`];
    }),
  ];
}
