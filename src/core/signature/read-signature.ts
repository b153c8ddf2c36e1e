import { foldText, foldWords } from '../import/fold-text.ts';
import { wordList } from '../import/word-list.ts';

/** What a signature, or a card that was shared, says of somebody. Whether a number or address is right is the server's to say. */
export type ContactText = {
  name: string | null;
  organisation: string | null;
  /** What they are there. */
  title: string | null;
  /** As written; a mobile first. */
  phones: string[];
  email: string | null;
  linkedin: string | null;
  address: string | null;
};

const longest = 8000;
const emailPattern = /[^\s,;:<>()"|]+@[^\s,;<>()"|]+\.[a-z]{2,}/i;
const linkedinPattern = /(?:https?:\/\/)?(?:www\.|[a-z]{2}\.)?linkedin\.com\/[^\s,;|]+/i;
const sitePattern = /\b(?:https?:\/\/|www\.)\S+/gi;
/** A plus, bracket or digit, then at least eight digits in all with the marks that people write between them. */
const phonePattern = /(?:\+|\b00|\(|\b)\d(?:[\s().\-/]{0,3}\d){7,14}(?!\d)/g;
/** Numbers that are nobody's telephone. */
const otherNumber =
  /\b(?:kvk|k\.v\.k\.|handelsregister|btw|vat|iban|bic|rsin|bank|rekening|coc|company (?:no|number|registration)|reg(?:istration)? no|fax|f)\b[.:]?\s*(?:nr|no|nummer|number|id)?[.:]?\s*\S.*$/i;
const iban = /\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d{2,4}[ ]?){2,5}/g;
/** A word before what is taken out already: alone, or with a colon. */
const label =
  /^(?:(?:t|m|e|w|tel|telefoon|telephone|phone|mob|mobiel|mobile|gsm|cell|direct|dir|office|kantoor|e-?mail|mail|web|website|site|adres|address|bezoekadres|postadres|linkedin|li|whatsapp)\b\.?\s*(?:[:|]\s*|$))+/i;

const greeting =
  /^(?:(?:met|m\.?)? ?(?:vriendelijke|hartelijke|warme|zonnige|beste|sportieve|collegiale)? ?groet(?:en|jes)?\b.*|m\.?v\.?g\.?|gr\.?|hoogachtend|(?:kind|best|warm|many|with (?:kind|best)|kindest|warmest)? ?regards?|best wishes|all the best|best|cheers|thanks|thank you|sincerely|yours (?:sincerely|faithfully|truly)|bedankt|dank(?: je)?(?: wel)?|tot (?:snel|ziens|dan)|alvast bedankt.*|verzonden vanaf .*|sent from .*)[,.!]*$/i;
const disclaimer =
  /\b(?:dit (?:e-?mail)?bericht|deze e-?mail|this (?:e-?mail|message)|vertrouwelijk|confidential|denk aan het milieu|think before|please consider|aansprakelijk|intended (?:only|solely)|disclaimer|unsubscribe|afmelden|werkdagen|ik werk|working days|aanwezig op)\b/i;

const legalForm =
  /(?:^|\s)(?:b\.?\s?v\.?|n\.?\s?v\.?|v\.?o\.?f\.?|c\.?v\.?|bvba|gmbh|ltd\.?|limited|inc\.?|llc|plc|llp|s\.?a\.?|ag|co(?:rp)?\.?|& ?zn\.?|& ?zonen|& ?co\.?|stichting|vereniging|holding|groep|group)$/i;
const organisationWords = new Set(
  wordList(
    'bakkerij,bouw,bouwbedrijf,aannemersbedrijf,installatie,installatietechniek,adviesbureau,advies,makelaardij,makelaars,notarissen,advocaten,accountants,architecten,garage,hotel,restaurant,gemeente,ziekenhuis,universiteit,university,school,college,bank,verzekeringen,techniek,technologies,solutions,consultancy,consulting,services,studio,agency,bureau,media,software,systems,partners,logistics,transport,stichting,vereniging,praktijk,kliniek,winkel,slagerij,kwekerij,hoveniers,drukkerij,uitgeverij,interieur,keukens',
  ),
);
const titleWords = new Set(
  wordList(
    'directeur,director,directrice,dga,eigenaar,eigenaresse,owner,founder,cofounder,oprichter,ceo,cfo,cto,coo,cmo,manager,teammanager,hoofd,head,lead,teamleider,leider,adviseur,advisor,adviser,consultant,specialist,medewerker,medewerkster,assistent,assistente,assistant,secretaresse,secretary,sales,verkoop,verkoper,inkoop,inkoper,buyer,marketing,marketeer,accountmanager,account,executive,officer,engineer,ontwikkelaar,developer,designer,ontwerper,architect,makelaar,notaris,advocaat,lawyer,accountant,controller,boekhouder,planner,coordinator,projectleider,project,product,administratie,receptionist,docent,trainer,coach,arts,jurist,recruiter,hr,partner,vennoot,president,vp,chef,monteur,aannemer,hovenier,fotograaf,redacteur,editor,analist,analyst,onderzoeker,researcher,vestigingsmanager,bedrijfsleider,zaakvoerder,bestuurder,voorzitter,secretaris,penningmeester,relatiebeheerder',
  ),
);
const titleSuffix =
  /(?:manager|adviseur|leider|directeur|medewerker|specialist|beheerder|meester|ontwikkelaar|consultant|engineer)$/;
const nameParticles = new Set(
  wordList("van,de,den,der,het,'t,t,ten,ter,te,op,aan,in,von,el,la,le,du,di,da,bin,ben,al,v.d."),
);
const salutation = /^(?:(?:dhr|de heer|mevr|mevrouw|mw|drs|ir|ing|mr|dr|prof|mrs|ms)\.?\s+)+/i;
const nameSuffix = /,?\s+(?:MBA|MSc|BSc|MA|BA|PhD|LLM|RA|AA|RC|CFA|jr\.?|sr\.?)$/;
const freeMail = new Set(
  wordList(
    'gmail,hotmail,outlook,live,yahoo,icloud,me,ziggo,kpnmail,xs4all,planet,hetnet,home,upcmail,proton,protonmail,telenet,skynet,example',
  ),
);

const dutchCode = /\b[1-9]\d{3}\s?[A-Z]{2}\b/;
const place =
  /\b(?:[1-9]\d{3}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|B-?\d{4}|(?:B-)?[1-9]\d{3}(?= [A-Z][a-z]))\b/;
const street =
  /(?:straat|laan|weg|plein|kade|singel|gracht|dijk|dreef|hof|pad|steeg|markt|park|baan|lei|street|road|avenue|lane|square|st\.|rd\.|postbus|p\.?o\.? box)\b.*\d|\d+\w* [A-Z][\w.]* (?:street|road|avenue|lane|square|st|rd)\b/i;

/**
 * Reads the end of a mail, Dutch or English: in any order, one fact a line or several with marks between them. Null when it says nothing that one
 * could reach somebody by, or call them.
 */
export function readSignature(text: string): ContactText | null {
  const found: ContactText = {
    name: null,
    organisation: null,
    title: null,
    phones: [],
    email: null,
    linkedin: null,
    address: null,
  };
  const said: string[] = [];
  const places: string[] = [];
  for (const line of linesOf(text)) {
    const rest = takeReachable(line, found);
    for (const part of rest.split(/\s*(?:[|•·▪●⋅‖]|\s[-–—]\s|\t| {3,})\s*/)) {
      const bare = part
        .replace(label, '')
        .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/g, '')
        .trim();
      if (!/\p{L}{2}/u.test(bare)) continue;
      if (place.test(bare) || street.test(bare)) places.push(bare);
      else said.push(bare);
    }
  }
  if (places.length > 0) found.address = [...new Set(places)].join(', ').slice(0, 300);
  sortOut(said, found);
  const phones = [...new Set(found.phones)].toSorted((a, b) => Number(isMobile(b)) - Number(isMobile(a)));
  const nothing = found.name === null && found.organisation === null;
  if (nothing && found.email === null && phones.length === 0) return null;
  return { ...found, phones };
}

function linesOf(text: string): string[] {
  return text
    .slice(0, longest)
    .split(/\r?\n|<br\s*\/?>/i)
    .map((line) =>
      line
        .replace(/^[>\s*_]+|[\s*_]+$/g, '')
        .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '' && !/^[-–—_=*~ ]+$/.test(line))
    .filter((line) => !greeting.test(line) && !disclaimer.test(line) && line.length <= 200);
}

/** Takes out what one reaches somebody by; answers what is left of the line. */
function takeReachable(line: string, found: ContactText): string {
  let rest = line.replace(/\[(?:mailto|tel):[^\]]*\]|<(?:mailto|tel):[^>]*>/gi, ' ');
  const profile = linkedinPattern.exec(rest)?.[0];
  if (profile) {
    found.linkedin ??= profile;
    rest = rest.replace(profile, ' | ');
  }
  for (let address = emailPattern.exec(rest)?.[0]; address; address = emailPattern.exec(rest)?.[0]) {
    found.email ??= address.replace(/^mailto:/i, '');
    rest = rest.replace(address, ' | ');
  }
  rest = rest.replaceAll(sitePattern, ' | ').replaceAll(iban, ' ');
  // Each part of the line for itself: a number of the chamber of commerce may stand behind one of the telephone.
  return rest
    .split(/([|•·▪●⋅]|\t)/)
    .map((part) => takePhones(part.replace(otherNumber, ' '), found))
    .join('');
}

function takePhones(part: string, found: ContactText): string {
  if (dutchCode.test(part) && !/\+|^\s*(?:t|m|tel)\b/i.test(part)) return part;
  return part.replaceAll(phonePattern, (number) => {
    const digits = number.replaceAll(/\D/g, '').length;
    if (digits < 9 || digits > 15) return number;
    found.phones.push(number.trim());
    return ' | ';
  });
}

const isMobile = (number: string): boolean =>
  /^(?:\+?(?:31|0031|32|0032|44|0044)\)?[\s(]*(?:\(?0\)?)?[\s)]*[67]|0[67]|04[5-9])/.test(
    number.replaceAll(/[.\-/]/g, ' '),
  );

/** Which of what is left is the name, what they are, and where: by words that say so, by the mail address, and by the usual order. */
function sortOut(said: readonly string[], found: ContactText): void {
  const parts = said.flatMap(apart);
  const [account = '', domain = ''] = foldText(found.email ?? '').split('@');
  const house = domain.split('.').at(-2) ?? '';
  let named = -1;
  let best = 0;
  parts.forEach((part, at) => {
    const score = nameScore(part, account, at);
    if (score > best) [named, best] = [at, score];
  });
  const name = parts[named];
  if (name !== undefined)
    found.name = name
      .replace(salutation, '')
      .replace(nameSuffix, '')
      .replace(/\s*\((?:she|he|they|hij|zij|die)[^)]*\)/i, '')
      .trim();
  const others = parts.filter((_, at) => at !== named);
  found.title = others.find((part) => isTitle(part) && !legalForm.test(part)) ?? null;
  const left = others.filter((part) => part !== found.title && part !== found.name);
  found.organisation =
    left.find((part) => legalForm.test(part)) ??
    left.find((part) => isOfHouse(part, house)) ??
    left.find((part) =>
      foldWords(part)
        .split(' ')
        .some((word) => organisationWords.has(word)),
    ) ??
    left.find((part) => /^\p{Lu}/u.test(part) && part.split(' ').length <= 6 && !isTitle(part)) ??
    null;
}

/** "Directeur bij Bakkerij Smit", "Sales Manager at Acme", "Jan Jansen, directeur" say two things. */
function apart(part: string): string[] {
  const at = /^(.{2,80}?)\s+(?:bij|at|@)\s+(.{2,80})$/i.exec(part);
  if (at?.[1] && at[2] && isTitle(at[1]) && /^\p{Lu}/u.test(at[2])) return [at[1].trim(), at[2].trim()];
  const comma = part.split(/\s*,\s*/);
  const [first = '', ...more] = comma;
  const rest = more.join(', ');
  if (rest !== '' && (isTitle(first) || isTitle(rest) || legalForm.test(rest)) && !nameSuffix.test(part))
    return [first, rest];
  return [part];
}

function isTitle(part: string): boolean {
  const words = foldWords(part).split(' ');
  return words.length <= 8 && words.some((word) => titleWords.has(word) || titleSuffix.test(word));
}

/** Whether a line is the name of the company that the mail comes from: "Bakkerij Smit" of bakkerijsmit.nl or bakkerij-smit.nl. */
function isOfHouse(part: string, house: string): boolean {
  if (house.length < 3 || freeMail.has(house)) return false;
  const bare = (text: string) =>
    foldWords(text)
      .replaceAll(/ (?:bv|b v|nv|vof)$/g, '')
      .replaceAll(/[^a-z0-9]/g, '');
  const [own, of] = [bare(part), bare(house)];
  return own.length >= 3 && (own === of || of.includes(own) || own.includes(of));
}

/** 0: no name. Higher for what the mail address says too, and for what stands earlier. */
function nameScore(part: string, account: string, at: number): number {
  const bare = part
    .replace(salutation, '')
    .replace(nameSuffix, '')
    .replace(/\s*\([^)]*\)/g, '')
    .trim();
  const words = bare.split(/\s+/);
  if (words.length > 6 || /\d|[@:&]/.test(bare) || legalForm.test(bare) || isTitle(bare)) return 0;
  const plain = words.filter((word) => !nameParticles.has(word.toLowerCase()));
  if (plain.length === 0 || !plain.every((word) => /^(?:\p{Lu}[\p{L}'’.-]*)+$/u.test(word))) return 0;
  const folded = plain.map((word) => foldText(word).replaceAll(/[^a-z]/g, '')).filter((word) => word.length > 1);
  const inAddress =
    account !== '' && folded.some((word) => word.length > 2 && account.replaceAll(/[^a-z]/g, '').includes(word));
  const sayOrganisation = folded.some((word) => organisationWords.has(word));
  // "Kwekerij de Jong" of k.dejong@…: the company has the name of who has it.
  if (sayOrganisation) return 0;
  return (inAddress ? 20 : 0) + (words.length >= 2 ? 6 : 2) + Math.max(0, 4 - at);
}
