import { describe, expect, it } from 'vitest';
import { parseChannel } from './parse-channel.ts';
import { legalFormInName, parseLegalForm } from './parse-legal-form.ts';
import { parseOutcome } from './parse-outcome.ts';

describe('the channel of a contact by words', () => {
  it.each([
    ['gebeld', 'call'],
    ['Telefonisch', 'call'],
    ['vm', 'call'],
    ['Phone call', 'call'],
    ['WhatsApp', 'message'],
    ['appje gestuurd', 'message'],
    ['e-mail', 'email'],
    ['gemaild', 'email'],
    ['LinkedIn bericht', 'linkedin'],
    ['koffie gedronken', 'meeting'],
    ['afspraak via Teams', 'video'],
    ['Google Meet', 'video'],
    ['langs geweest', 'visit'],
    ['kaartje', 'post'],
    ['call', 'call'],
    ['linkedin', 'linkedin'],
  ])('%s is %s', (words, channel) => {
    expect(parseChannel(words)).toEqual({ ok: true, value: channel });
  });

  it('is unknown for words that name none', () => {
    expect(parseChannel('rooksignaal')).toEqual({ ok: false, problem: 'unknown_channel' });
  });
});

describe('the outcome of a contact by words', () => {
  it.each([
    ['geen gehoor', 'no_answer'],
    ['Niet bereikt', 'no_answer'],
    ['no_answer', 'no_answer'],
    ['voicemail ingesproken', 'message_left'],
    ['vm', 'message_left'],
    ['leuk gesprek', 'spoke'],
    ['Connected', 'spoke'],
    ['gesproken, wil offerte', 'interested'],
    ['geïnteresseerd', 'interested'],
    ['afspraak gemaakt', 'appointment'],
    ['nu niet, volgend jaar', 'not_now'],
    ['geen interesse', 'declined'],
    ['nee, te duur', 'declined'],
    ['wil geen contact meer', 'do_not_contact'],
    ['do_not_contact', 'do_not_contact'],
    ['offerte getekend!', 'bought'],
    ['gekocht', 'bought'],
  ])('%s is %s', (words, outcome) => {
    expect(parseOutcome(words)).toEqual({ ok: true, value: outcome });
  });

  it.each(['nog geen akkoord', 'niet gekocht', 'geen nee gezegd'])('%s claims nothing', (words) => {
    expect(parseOutcome(words)).toEqual({ ok: false, problem: 'unknown_outcome' });
  });
});

describe('the legal form', () => {
  it.each([
    ['B.V.', 'legal_person'],
    ['Stichting', 'legal_person'],
    ['eenmanszaak', 'sole_trader'],
    ['ZZP’er', 'sole_trader'],
    ['vof', 'sole_trader'],
    ['Particulier', 'consumer'],
    ['weet niet', 'unknown'],
  ])('%s is %s', (words, form) => {
    expect(parseLegalForm(words)).toEqual({ ok: true, value: form });
  });

  it.each([
    ['Webbureau Puntkomma B.V.', 'legal_person'],
    ['Stichting Buurthuis De Brug', 'legal_person'],
    ['Gemeente Utrecht', 'legal_person'],
    ['Schildersbedrijf Kwast VOF', 'sole_trader'],
    ['Kapsalon Krul & Zo', null],
    ['Bvlgari Shop', null],
  ])('in the name %s is %s', (name, form) => {
    expect(legalFormInName(name)).toBe(form);
  });
});
