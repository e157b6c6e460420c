import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "@/lib/text/fold";

/**
 * Stop words by language: words that say nothing by themselves, and greetings. No phrase begins or ends with them. They
 * were chosen by hand; the longer lists below are by frequency.
 */
const STOPS: Record<string, string> = {
  en: `afternoon bark barker barked barking barks evening hello hey hi morning night ok okay thank thanks weekend about
    above after again against ahead all almost also always and another any anybody anyone anything are aren't around away
    back because been before being below best better between both but came can can't cannot come could couldn't day
    did didn't does doesn't doing don't done down during each either else enough even ever every everybody everyone
    everything few find for from full gave get gets getting give goes going gone good got great had has hasn't
    have haven't having he he's her here hers him his how i'd i'll i'm i've inside into isn't it's its just keep kind know
    least less let like look looking lot made make many may maybe me mean might mine more most much
    must my myself need never next nice nobody none nor not nothing now off often once one only onto other
    our ours out outside over own part people perhaps please quite rather really right said same saw say says see seen shall
    she she's should since some somebody someone something soon still such sure take tell than that that's the their
    theirs them then there there's these they they're thing things think this those though three through time times
    today together told tomorrow tonight too took toward try two under until upon use used very want wants was
    wasn't way we we're well went were weren't what what's when where whether which while who whole whom whose why
    will wish with within without won't work would wouldn't year years yes yesterday yet you you're your yours
    yourself`,
  de: `abend danke guten hallo liebe moin tag aber alle allem allen aller alles als also am an andere auch auf aus bei
    beim bin bis bist bitte da dabei damit danach dann das dass dein deine dem den denn der des dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch eigentlich ein eine einem einen einer eines einfach einmal er
    erst es etwas euch euer für gab ganz gar gegen gehen geht gerade gern gibt ging gut gute habe haben hat hatte
    hatten heute hier hin hinter ich ihm ihn ihnen ihr ihre im immer in ist ja jede jeder jedes jetzt kann kein
    keine können könnte lange leider machen macht man mal mehr mein meine mich mir mit morgen muss nach neue nicht
    nichts nie noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sollte sonst um und uns
    unser unter viel viele vielleicht vom von vor wann war waren warum was weil weiter welche wenn wer werden wie
    wieder will wir wird wirklich wo wurde würde zu zum zur zwei zwischen`,
  fr: `bonjour bonsoir merci salut ai alors après assez au aujourd'hui aussi autre autres aux avait avant avec avez
    avoir beaucoup bien bon bonne car ce cela celle celui ces cet cette ceux chaque chez comme comment contre dans
    de demain depuis des deux dire dit donc dont du elle elles en encore entre est et était être eu eux faire fait
    faut fois font hier ici il ils jamais je jour juste la le les leur leurs lui là ma mais me même mes moi moins
    mon ne nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi puis quand que quel quelle quelque
    qui quoi rien sa sans se sera ses si son sont sous suis sur ta te tes toi ton toujours tous tout toute toutes
    très trop tu un une va vais veut vos votre vous vraiment y`,
  es: `buenas buenos días hola ahora al algo alguien antes aquí así aunque ayer bien bueno cada casi como con cosa
    cosas cuando cual de del desde después día donde dos él ella ellos en entre era eres es esa ese eso esta está
    están estar este esto estos estoy fue gracias gran ha hace hacer hacia han hasta hay hoy la las le les lo los
    mañana más me mejor mi mis mismo mucho muchos muy nada ni no nos nosotros nuestro nunca otra otro para pero poco
    por porque pues puede que quien quiero sé se ser si sí siempre sin sobre solo sólo son soy su sus también tan
    tanto te tener tengo ti tiene todo todos tu tus un una uno unos usted va vamos ver vez y ya yo`,
  pt: `bom dia obrigada obrigado olá agora ainda além algo alguém amanhã antes ao aos aqui as assim até bem cada com
    como coisa coisas da das de depois do dois dos e ela ele eles em entre era essa esse esta está estão este eu
    fazer foi gente hoje há isso isto já lá lhe mais mas me melhor mesmo meu meus minha muito muitos na nada não nas
    nem no nos nossa nosso num nunca o onde ontem os ou outra outro para pela pelo pode por porque pouco pra quando
    que quem se seja sem sempre ser seu seus só sobre sou sua também tão te tem tenho ter toda todo todos tudo um
    uma vai vamos você vou`,
  it: `buongiorno grazie abbiamo adesso al alla alle allora altra altri altro anche ancora avere aveva bene che chi ci
    ciao come con cosa cose così cui da dal dalla degli dei del della delle di dire dopo domani dove due e ecco era
    essere fa fare fatto gli già giorno ha hai hanno ho i ieri il in io la le lei li lo loro lui ma mai me meglio
    meno mi mia mio molto nei nel nella niente no noi non nostra nostro nulla o oggi ogni ora per perché però più
    poco poi proprio qualche quando quanto quella quelle quello questa queste questo qui sa se sei sempre senza si
    sia siamo solo sono sta stata stato su sua suo sul te ti tra troppo tu tutta tutti tutto un una uno va vi voi
    vuole`,
  nl: `bedankt goedemorgen hallo hoi aan al alle alleen alles als altijd andere ben bij bijna daar dan dat de deze die
    dit doe doen door dus echt een eens eerst en er gaan gaat geen geweest goed had hadden hebben heb heeft heel hem
    het hier hij hoe hun iets ik in is ja je jij jou jullie kan kunnen laat maar maken meer meest men met mij mijn
    misschien moet moeten morgen na naar niemand niet niets nieuwe nog nooit nu of om omdat onder ons ook op over te
    tegen toch toen tot twee u uit uw van vandaag veel voor waar waarom wanneer waren was wat weer wel welke werd
    wie wij wil worden wordt zal ze zeer zelf zich zij zijn zo zonder zou`,
  sv: `hej morgon tack aldrig alla allt alltid andra att av bara bli blir bra båda de dem den denna deras dess det
    detta dig din ditt du där då efter eller en ett finns flera från få får för före ganska gjorde göra ha hade han
    hans har hela hem henne hennes här hur i idag igen igår in ingen inget inte ja jag kan kanske kom kommer kunna
    lite lätt man med mer mest men mig min mina mitt mot mycket måste ned ni nog nu någon något några när och också
    om oss på sedan sig sin sina ska skulle så sådan till två under upp ut utan vad var vara varför varit vem vi vid
    vilken vill är även över`,
};

/** Words that count, and parts of the clock: with a phrase that begins or ends with them nothing is said yet. */
const NUMBERS: Record<string, string> = {
  en: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half quarter twice thrice o'clock hour hours minute minutes past`,
  de: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend dutzend halb viertel uhr stunde stunden minute minuten`,
  fr: `zéro trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille douzaine demie quart heure heures minute minutes`,
  es: `cero tres cuatro cinco seis siete ocho nueve diez once doce veinte
    treinta cien mil docena media cuarto hora horas minuto minutos`,
  pt: `zero três quatro cinco seis sete oito nove dez onze doze vinte
    trinta cem mil dúzia meia quarto hora horas minuto minutos`,
  it: `zero tre quattro cinque sei sette otto nove dieci undici dodici venti trenta
    cento mille dozzina mezza quarto ore minuto minuti`,
  nl: `nul drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig
    honderd duizend dozijn half kwart uur uren minuut minuten`,
  sv: `noll tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio hundra tusen dussin halv
    kvart timme timmar minut minuter`,
};

const byLanguage = new Map(
  Object.entries(STOPS).map(([language, words]) => [
    language,
    new Set(`${words} ${NUMBERS[language] ?? ""}`.split(/\s+/)),
  ]),
);
const everywhere = new Set([...byLanguage.values()].flatMap((words) => [...words]));

/** Languages with a list of their 2,000 most frequent words, in `common/`; its README names the source. */
const LISTED = new Set(["cs", "de", "en", "es", "fi", "fr", "id", "it", "nl", "pl", "pt"]);
const common = new Map<string, ReadonlySet<string>>();

const codeOf = (language: string | null) => language?.split("-")[0]?.toLowerCase() ?? "";

/** Whether a word (in lower case) is a stop word of its language, or of any language when that is unknown. */
export function isStop(word: string, language: string | null): boolean {
  return (byLanguage.get(codeOf(language)) ?? everywhere).has(word.replaceAll("’", "'"));
}

/**
 * Whether a word (in lower case) is among the 2,000 most frequent ones of its language. False for languages without a
 * list, and when the language is unknown: what is frequent in one may be a name in another.
 */
export function isCommon(word: string, language: string | null): boolean {
  const code = codeOf(language);
  return LISTED.has(code) && (common.get(code) ?? read(code)).has(fold(word));
}

/** Reads a list when it is first needed, which takes a millisecond. */
function read(code: string): ReadonlySet<string> {
  const path = join(/* turbopackIgnore: true */ process.cwd(), "lib/trends/common", `${code}.txt`);
  const words = new Set(readFileSync(path, "utf8").split(/\s+/).filter(Boolean).map(fold));
  common.set(code, words);
  return words;
}
