import type { LegalForm } from '../opportunity/vocabulary.ts';
import { foldWords } from './fold-text.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { phraseList } from './phrase-list.ts';

/**
 * Partnerships (vof, cv, maatschap) have no legal personality in Dutch law: calling and mailing them asks what a sole trader
 * asks, so they count as one (contact-law.md).
 */
const forms = phraseList<LegalForm>([
  [
    'legal_person',
    `
      legal_person, legal person, rechtspersoon, bv, b v, besloten vennootschap, nv, n v, naamloze vennootschap,
      stichting, vereniging, cooperatie, cooperatieve vereniging, owm, onderlinge waarborgmaatschappij, gemeente,
      provincie, waterschap, overheid, universiteit, gmbh, ag, ltd, limited, inc, incorporated, corp, corporation,
      llc, plc, sa, s a, srl, sarl, bvba, b v b a, foundation, company`,
  ],
  [
    'sole_trader',
    `
      sole_trader, sole trader, eenmanszaak, zzp, zzper, zzp er, zelfstandige, zelfstandig, freelance, freelancer,
      self employed, vof, v o f, vennootschap onder firma, maatschap, cv, c v, commanditaire vennootschap,
      partnership, einzelunternehmen, eigenaar`,
  ],
  [
    'consumer',
    'consumer,consument,particulier,particuliere klant,prive,prive persoon,private,individual,natuurlijk persoon',
  ],
  ['unknown', 'unknown,onbekend,weet niet'],
]);

/** A legal form as written in a column of its own ("B.V.", "eenmanszaak", "particulier"). */
export function parseLegalForm(text: string): Parsed<LegalForm> {
  if (text.trim() === '') return notParsed('empty');
  const form = forms.whole(text) ?? forms.within(text)[0];
  return form === undefined ? notParsed('unknown_legal_form') : parsedAs(form);
}

const legalEnd = / (?:b ?v|n ?v|u ?a|gmbh|ag|ltd|limited|inc|llc|plc|bvba|srl|sarl)(?: i ?o)?$/;
const legalStart =
  /^(?:stichting|vereniging|cooperatie|gemeente|provincie|waterschap|universiteit|hogeschool|ministerie)\b/;
const partnershipEnd = / (?:v ?o ?f|maatschap)$/;

/** What an organisation's name says of its legal form (product.md, definition 20); null when it says nothing. */
export function legalFormInName(organisation: string): LegalForm | null {
  const words = foldWords(organisation);
  if (legalEnd.test(words) || legalStart.test(words)) return 'legal_person';
  if (partnershipEnd.test(words)) return 'sole_trader';
  return / (?:stichting|cooperatie)\b/.test(words) ? 'legal_person' : null;
}
