import { beforeEach, describe, expect, test } from 'vitest';
import { hangingTables } from '#db/erase/hanging-tables';
import { inWorkspace } from '#db/transaction';
import { alsoKept } from '#usecases/rights/also-kept';
import { told } from '#usecases/rights/person-page';
import { startOfTests } from '#tests/support/house';
import { called, somebody } from '#tests/support/somebody';
import { useHouse } from '#tests/support/use-house';

/* Everything about one person, to read, to take along, and the register. */
const house = useHouse();
beforeEach(() => house().setNow(startOfTests));

describe('handing over what is kept', () => {
  test('JSON holds every record, the card every address, and the page explains the figures', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { person } = await somebody(workspace);
    await api.patch('/privacy', { version: 1, contact: 'Anna, anna@bakker.example' });
    const json = JSON.parse((await api.post(`/persons/${person.id}/export?format=json`)).text);
    expect(json.records.opportunity.length).toBeGreaterThanOrEqual(4);
    expect(Object.keys(json.records)).toEqual(expect.arrayContaining(['person', 'moment', 'event', 'promise']));
    expect(JSON.stringify(json)).toContain(called.note);
    const card = await api.post(`/persons/${person.id}/export?format=vcard`);
    expect(card.text).toContain(called.phone);
    const page = await api.post(`/persons/${person.id}/export?format=html&language=en`);
    expect(page.headers['content-disposition']).toContain('attachment');
    for (const words of ['Chance: ', 'Value: ', 'Rank: ', 'Warmth: ', 'anna@bakker.example', called.note])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('<script');
    const { log } = (await api.get(`/persons/${person.id}/rights`)).body;
    expect(log.map((line: { kind: string }) => line.kind).slice(0, 3)).toEqual(['exported', 'exported', 'exported']);
  });

  test('the page tells what is remembered about somebody', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson({ name: 'Marieke Quast' });
    const { version } = (await api.get(`/persons/${id}`)).body.person;
    const remembered = {
      matters: 'Vakmanschap',
      family: 'Twee dochters',
      interests: 'Zeilen',
      goodToKnow: 'Vegetarisch',
    };
    expect((await api.patch(`/persons/${id}`, { version, ...remembered, addressForm: 'u' })).status).toBe(200);
    const { text } = await api.post(`/persons/${id}/export?format=html&language=nl`);
    for (const words of [...Object.values(remembered), 'met u', 'Niets.']) expect(text).toContain(words);
    expect(text).not.toContain('<tbody></tbody>');
  });

  test('nothing stands there raw: every table has words in both languages, and what was written was sent', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const tables = (await inWorkspace(house().databases, workspace.id, hangingTables)).map(({ table }) => table);
    for (const language of ['nl', 'en'] as const) {
      const shown = Object.keys(alsoKept(language, new Map()));
      const missing = [...tables, 'event', 'rights_log'].filter((table) => !told.has(table) && !shown.includes(table));
      expect(missing, 'add a line to src/usecases/rights/also-kept.ts').toEqual([]);
    }
    const { person, open } = await somebody(workspace);
    await api.post(`/opportunities/${open}/moments`, { channel: 'email', outcome: 'message_left' });
    await api.post(`/persons/${person.id}/days`, { kind: 'birthday', month: 2, day: 29 });
    const { version } = (await api.get(`/persons/${person.id}`)).body.person;
    await api.put(`/persons/${person.id}/tags`, { version, tagIds: [], newNames: ['Oude klant'] });
    await api.post(`/persons/${person.id}/consents`, {
      channels: ['call'],
      wording: 'Mag ik je blijven bellen?',
      wordingVersion: '1',
      language: 'nl',
      how: 'talk',
    });
    const nl = (await api.post(`/persons/${person.id}/export?format=html&language=nl`)).text;
    for (const words of [
      '<td>mailen</td><td>Gestuurd</td>',
      'Wat je goedvond (1)',
      'Mag ik je blijven bellen?',
      '29 februari',
      'Oude klant',
    ])
      expect(nl).toContain(words);
    const en = (await api.post(`/persons/${person.id}/export?format=html&language=en`)).text;
    for (const words of ['Sent', 'What you allowed (1)', '29 February', 'Also kept']) expect(en).toContain(words);
    for (const text of [nl, en]) expect(text).not.toMatch(/\b\w+_\w+ = |{{|message_left|created_at/);
  });

  test('what they wrote is text, never markup', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const { id } = await aPerson({ name: '<img src=x onerror=alert(1)>', goodToKnow: '<script>alert(1)</script>' });
    const { text } = await api.post(`/persons/${id}/export?format=html`);
    expect(text).not.toMatch(/<img|<script/);
  });

  test('the register and the assessment say what is filled in and what is not, in both languages', async () => {
    const { api, aPerson } = await house().aWorkspace({ workspace: 'Bakker & Zn' });
    await aPerson();
    for (const [which, words] of [
      ['register', ['24 months', '24 maanden']],
      ['assessment', ['your conclusion', 'je conclusie']],
    ] as const) {
      for (const [i, language] of (['en', 'nl'] as const).entries()) {
        const html = await api.get(`/privacy/${which}?language=${language}`);
        expect(html.text).toContain('Bakker &amp; Zn');
        expect(html.text).toContain('<mark>[');
        const text = (await api.get(`/privacy/${which}?language=${language}&format=markdown`)).text;
        expect(text.toLowerCase()).toContain(words[i]);
        expect(text).toMatch(/^# /);
      }
    }
  });
});
