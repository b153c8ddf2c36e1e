import { describe, expect, it } from 'vitest';
import { recognise } from '#core/import/recognise';
import { readBytes } from '../read-table.cases.ts';
import { cardHeaders } from './card-row.ts';
import { parseContentLine, valueParts } from './content-line.ts';

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

describe('a card', () => {
  it('has columns that the wizard recognises', () => {
    expect(recognise(cardHeaders, []).columns.map(({ field }) => field)).toEqual([
      'name',
      'firstName',
      'lastName',
      'organisation',
      'jobTitle',
      'email',
      'email',
      'phone',
      'phone',
      'birthday',
      'anniversary',
      'note',
      'street',
      'postcode',
      'city',
      'country',
    ]);
  });

  it('in Windows letters is read without any mark of it', async () => {
    const { rows } = await readBytes(Buffer.from(card('FN:Ren\u00e9e', 'TEL:1', 'NOTE:\u0080 5'), 'latin1'));
    expect(rows[0]?.[0]).toBe('Renée');
    expect(rows[0]?.[11]).toBe('€ 5');
  });

  it('says the letters of its quoted text itself', async () => {
    const { rows } = await readBytes(card('FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9e', 'TEL:1'));
    expect(rows[0]?.[0]).toBe('Renée');
  });

  it('tells where somebody is: at work before at home, a name without a family name too', async () => {
    const { rows } = await readBytes(
      card(
        'N:;Jan;;;',
        'ADR;TYPE=HOME:;;Thuisweg 2;Elders;;9999 ZZ;',
        'ADR;TYPE=WORK:;;Dorpsstraat 1;Dorp;;1234 AB;Nederland',
      ),
    );
    expect(rows[0]?.slice(0, 3)).toEqual(['Jan', 'Jan', '']);
    expect(rows[0]?.slice(12)).toEqual(['Dorpsstraat 1', '1234 AB', 'Dorp', 'Nederland']);
  });

  it('may be a company, which is no person', async () => {
    const { rows } = await readBytes(card('FN:Bakkerij Bol', 'X-ABShowAs:COMPANY', 'TEL:020-0001234'));
    expect(rows[0]?.slice(0, 4)).toEqual(['', '', '', 'Bakkerij Bol']);
  });

  it('may be a distribution list, which is nobody', async () => {
    const { rows, named } = await readBytes(card('FN:Iedereen', 'KIND:group') + card('FN:Jan', 'TEL:1'));
    expect(rows).toHaveLength(1);
    expect(named).toEqual(['1 card_of_group']);
  });

  it('that is cut off is named, and the next one is read', async () => {
    const { rows, named } = await readBytes(
      `BEGIN:VCARD\nFN:Half\nTEL:1\n${card('FN:Heel', 'TEL:2')}BEGIN:VCARD\nFN:Staart`,
    );
    expect(rows.map((row) => row[0])).toEqual(['Heel']);
    expect(named).toEqual(['1 card_not_closed', '3 card_not_closed']);
  });

  it('may hold the card of an agent', async () => {
    const { rows, named } = await readBytes(
      card('FN:Baas', 'TEL:1', 'AGENT:', 'BEGIN:VCARD', 'FN:Assistent', 'END:VCARD', 'TITLE:Directeur'),
    );
    expect(rows.map((row) => [row[0], row[4]])).toEqual([['Baas', 'Directeur']]);
    expect(named).toEqual([]);
  });

  it('prefers the number that reaches the person, and knows no fax', async () => {
    const { rows } = await readBytes(
      card('FN:Jan', 'TEL;TYPE=FAX:1', 'TEL;TYPE=HOME:2', 'TEL;TYPE=WORK:3', 'TEL;TYPE=CELL:4'),
    );
    expect(rows[0]?.slice(7, 9)).toEqual(['4', '3']);
  });

  it('may hold a picture of any size on one line', async () => {
    const { rows } = await readBytes(card('FN:Jan', `PHOTO;ENCODING=b:${'Q'.repeat(3_000_000)}`, 'TEL:1'));
    expect(rows.map((row) => [row[0], row[7]])).toEqual([['Jan', '1']]);
  });

  it('without end is named', async () => {
    const { named } = await readBytes(`BEGIN:VCARD\nFN:Jan\nNOTE:${'x'.repeat(1_200_000)}\nEND:VCARD\n`);
    expect(named).toEqual(['1 record_too_long']);
  });
});

describe('a line of a card', () => {
  it('may have a colon inside quotation marks', () => {
    expect(parseContentLine('item1.TEL;TYPE="work,cell";X="a:b;c":tel:+31')).toEqual({
      name: 'tel',
      types: new Set(['work', 'cell']),
      value: 'tel:+31',
    });
  });

  it('of version 2.1 says its kind without TYPE', () => {
    expect(parseContentLine('TEL;CELL;PREF:1')?.types).toEqual(new Set(['cell', 'pref']));
  });

  it('without a colon is none', () => {
    expect(parseContentLine('zomaar tekst')).toBeNull();
  });

  it('divides at semicolons that no backslash protects', () => {
    expect(valueParts('van den Berg;Marieke;;mw\\; dr.;')).toEqual(['van den Berg', 'Marieke', '', 'mw; dr.', '']);
  });
});
