import { afterEach, expect, test } from 'vitest';
import { openHouse, type House } from '#tests/support/house';

const first = {
  email: 'Anna@Example.com',
  password: 'een lange zin om in te komen',
  name: ' Anna Bakker ',
  workspace: 'Bakker',
};

let house: House | undefined;
afterEach(async () => house?.close());
async function fresh(setupCode: string | null = null): Promise<House> {
  house = await openHouse({ setupCode });
  return house;
}

test('the first visit makes owner and workspace, with the rhythm and minutes to begin with, and signs in', async () => {
  const { api } = await fresh();
  expect((await api(null).get('/setup')).body).toEqual({ needed: true, codeRequired: false });
  const answer = await api(null).post('/setup', { ...first, language: 'en', timeZone: 'Europe/Brussels' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    member: {
      name: 'Anna Bakker',
      email: 'anna@example.com',
      role: 'owner',
      language: 'en',
      minutesADay: 60,
      workingDays: [1, 2, 3, 4, 5],
    },
    workspace: { name: 'Bakker', currency: 'EUR', timeZone: 'Europe/Brussels' },
    today: '2026-11-24',
  });
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  const settings = await api(null).get('/settings', { cookie });
  expect(settings.body.rhythm).toHaveLength(12);
  expect(settings.body.minutesByChannel).toEqual({
    call: 10,
    email: 5,
    message: 3,
    linkedin: 5,
    meeting: 60,
    video: 45,
    visit: 90,
    post: 10,
  });
  expect(settings.body.acquisitionMinutes).toBe(45);
});

test('there is one first visit', async () => {
  const { api } = await fresh();
  await api(null).post('/setup', first);
  expect((await api(null).get('/setup')).body.needed).toBe(false);
  const second = await api(null).post('/setup', { ...first, email: 'b@example.com' });
  expect(second.body).toMatchObject({ status: 409, code: 'already_set_up' });
});

test('of ten first visits at once one is the first', async () => {
  const { api, databases } = await fresh();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => api(null).post('/setup', { ...first, email: `visitor${i}@example.com` })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200,
    ...Array.from({ length: 9 }, () => 409),
  ]);
  expect(await databases.auth.selectFrom('auth.user').select('id').execute()).toHaveLength(1);
});

test('where others can reach the server the code is asked for', async () => {
  const { api } = await fresh('ABCD-2345');
  expect((await api(null).get('/setup')).body).toEqual({ needed: true, codeRequired: true });
  for (const code of [{}, { code: 'ABCD-2346' }, { code: '' }]) {
    expect((await api(null).post('/setup', { ...first, ...code })).body).toMatchObject({
      status: 403,
      code: 'setup_code_wrong',
    });
  }
  expect((await api(null).post('/setup', { ...first, code: ' ABCD-2345 ' })).status).toBe(200);
});

test('the code is not to be guessed: thirty tries a minute', async () => {
  const { api } = await fresh('ABCD-2345');
  const answers = [];
  for (let i = 0; i < 31; i += 1) answers.push(await api(null).post('/setup', { ...first, code: `GUESS-${i}` }));
  expect(answers.at(-1)?.body).toMatchObject({ status: 429, code: 'too_many_requests' });
});

test.each([
  ['an address that is none', { email: 'anna' }, 'email_invalid', 'email'],
  ['an address one could not sign in with', { email: 'anna@localhost' }, 'email_invalid', 'email'],
  ['the same sign over and over', { password: 'aaaaaaaaaaaa' }, 'password_weak', 'password'],
  ['one’s own address as password', { password: 'anna@example.com' }, 'password_weak', 'password'],
  ['too short a password', { password: 'kort' }, 'invalid_request', 'password'],
  ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'invalid_request', 'timeZone'],
  ['an empty name', { name: '  ' }, 'invalid_request', 'name'],
  ['a role of one’s choice', { role: 'owner' }, 'unknown_field', 'role'],
])('%s is refused, and nothing is made', async (_, wish, code, at) => {
  const { api } = await fresh();
  expect((await api(null).post('/setup', { ...first, ...wish })).body).toMatchObject({ code, at });
  expect((await api(null).get('/setup')).body.needed).toBe(true);
});
