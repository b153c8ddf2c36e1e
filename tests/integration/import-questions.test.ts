import { expect, test } from 'vitest';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('rows whose notes tell no day are handed to the minute of tapping, with their whole name; a total is not', async () => {
  const { api } = await house().aWorkspace();
  const text = [
    'Voornaam\tTussenvoegsel\tAchternaam\tMail\tNotitie',
    'Fenna\tvan der\tAppel\tfenna@example.nl\t3/9 gebeld, 12/9 mail gestuurd',
    'Teun\tin ’t\tWoud\tteun@example.nl\twil eerst de vloer klaar hebben',
    'Noor\t\tSterrenburg\tnoor@example.nl\t',
    '\t\t\t\tzie ook het andere blad',
  ].join('\n');
  const { status, body } = await api.post('/imports', { text });
  expect(status).toBe(201);
  expect(body.history).toMatchObject({
    hasHeld: false,
    readable: 1,
    examples: [
      { name: 'Fenna van der Appel', days: ['2026-09-03', '2026-09-12'] },
      { name: 'Teun in ’t Woud', text: 'wil eerst de vloer klaar hebben', days: [] },
      { name: 'Noor Sterrenburg', text: '', days: [] },
    ],
  });
  expect(body.history.examples).toHaveLength(3);
});

test('where a column counts the contacts nothing is asked', async () => {
  const { api } = await house().aWorkspace();
  const { body } = await api.post('/imports', { text: 'Naam\tAantal contacten\nFenna van der Appel\t3\nTeun Woud\t' });
  expect(body.history).toEqual({ hasHeld: true, readable: 0, examples: [] });
});
