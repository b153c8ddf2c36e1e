import { describe, expect, test } from 'vitest';
import { resetPassword } from '#usecases/identity/reset-password';
import { password } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const page = { origin: 'http://localhost:4620', 'x-aanhouder': '1' };

let visits = 0;

/** Each from an address of its own: the limit per address is another test's. */
async function signIn(email: string, given = password, headers: Record<string, string> = {}) {
  visits += 1;
  return house()
    .api(null, `10.1.${Math.floor(visits / 250)}.${visits % 250}`)
    .post('/sign-in', { email, password: given }, headers);
}
function cookieOf(answer: { headers: Readonly<Record<string, unknown>> }): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

test('the right password signs in, and the cookie says who one is on each request', async () => {
  const { email, memberId } = await house().aWorkspace();
  const answer = await signIn(email);
  expect(answer.status).toBe(200);
  expect(answer.body.member).toMatchObject({ id: memberId, email, role: 'owner' });
  expect(answer.headers['set-cookie']).toMatch(/^aanhouder\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax$/);
  const me = await house()
    .api(null)
    .get('/me', { cookie: cookieOf(answer) });
  expect(me.body).toEqual(answer.body);
});

test('the address may be typed with capitals and spaces', async () => {
  const { email } = await house().aWorkspace();
  expect((await signIn(` ${email.toUpperCase()} `)).status).toBe(200);
});

test('a wrong password, an unknown address and an impossible one get the same answer', async () => {
  const { email } = await house().aWorkspace();
  const answers = [
    await signIn(email, 'niet het wachtwoord'),
    await signIn('nobody@example.com'),
    await signIn('geen adres'),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(answers[0]?.body);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await house().aWorkspace();
  await signIn('warm@example.com');
  const took = async (address: string) => {
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const began = performance.now();
      await signIn(address, 'niet het wachtwoord');
      times.push(performance.now() - began);
    }
    return times.toSorted((a, b) => a - b)[2] ?? 0;
  };
  const [known, unknown] = [await took(email), await took('nobody2@example.com')];
  // The hash is nearly all of it (some 60 ms); without it the answer came in 3.
  expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.4);
});

describe('guessing', () => {
  test('ten wrong passwords are enough for a quarter of an hour, also for the right one after them', async () => {
    const { email } = await house().aWorkspace();
    const answers = [];
    for (let i = 0; i < 10; i += 1) answers.push(await signIn(email, `poging nummer ${i}`));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
    const right = await signIn(email);
    expect(right.status).toBe(429);
    expect(right.body).toMatchObject({ code: 'too_many_requests', facts: { retryAfterSeconds: 900 } });
    expect(right.headers['retry-after']).toBe('900');
  });

  test('an address that nobody has is limited alike', async () => {
    const app = house();
    app.setNow('2026-11-24T10:00:00Z');
    const statuses = [];
    for (let i = 0; i < 11; i += 1) statuses.push(await limited('nobody3@example.com'));
    expect(statuses.at(-1)).toBe('too_many_requests');
    expect(statuses.slice(0, 10)).not.toContain('too_many_requests');
  });

  test('from one address at most twenty sign-ins a minute, whatever a client says of where it is', async () => {
    const statuses = [];
    for (let i = 0; i < 21; i += 1) {
      const answer = await house()
        .api(null, '10.9.9.9')
        .post(
          '/sign-in',
          { email: `guess${i}@example.com`, password },
          { 'x-forwarded-for': `10.0.0.${i}`, 'x-aanhouder-address': `10.0.0.${i}` },
        );
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
  });

  test('after a quarter of an hour it is possible again, and a sign-in that succeeds begins the count anew', async () => {
    const { forgetAttempts, takeAttempt } = await import('#usecases/identity/account-limit');
    const { auth } = house().databases;
    const at = (minutes: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + minutes * 60_000);
    for (let i = 0; i < 10; i += 1) await takeAttempt(auth, 'eva@example.com', at(i));
    await expect(takeAttempt(auth, 'eva@example.com', at(14.9))).rejects.toMatchObject({ code: 'too_many_requests' });
    await takeAttempt(auth, 'eva@example.com', at(15));
    await forgetAttempts(auth, 'eva@example.com', at(15));
    for (let i = 0; i < 10; i += 1) await takeAttempt(auth, 'eva@example.com', at(15));
  });

  test('fifty at once are fifty', async () => {
    const { takeAttempt } = await import('#usecases/identity/account-limit');
    const { auth } = house().databases;
    const attempts = Array.from({ length: 50 }, () =>
      takeAttempt(auth, 'frank@example.com', new Date('2026-11-24T12:00:00Z')).then(
        () => 'taken',
        () => 'refused',
      ),
    );
    expect((await Promise.all(attempts)).filter((result) => result === 'taken')).toHaveLength(10);
  });

  async function limited(email: string): Promise<string> {
    const { takeAttempt } = await import('#usecases/identity/account-limit');
    return takeAttempt(house().databases.auth, email, house().now()).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
  }
});

describe('a session', () => {
  test('ends when one signs out, in the database too', async () => {
    const { email } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    const out = await house().api(null).post('/sign-out', {}, { cookie });
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^aanhouder\.session_token=; Max-Age=0/);
    expect((await house().api(null).get('/me', { cookie })).status).toBe(401);
  });

  test('ends everywhere with a new password, and the old password is of no use', async () => {
    const { email } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    await resetPassword(house().identity, email, 'een nieuwe lange zin');
    expect((await house().api(null).get('/me', { cookie })).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'een nieuwe lange zin')).status).toBe(200);
  });

  test('ends for whoever is taken out of the workspace', async () => {
    const { email, id } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    await house().databases.auth.deleteFrom('auth.membership').where('workspace_id', '=', id).execute();
    expect((await house().api(null).get('/me', { cookie })).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
  });

  test('is not to be forged: the token alone, another signature, another secret', async () => {
    const { email } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    const value = decodeURIComponent(cookie.split('=').slice(1).join('='));
    const token = value.slice(0, value.lastIndexOf('.'));
    const forged = [
      token,
      `${token}.`,
      `${token}.${Buffer.from('x'.repeat(32)).toString('base64')}`,
      `${value}A`,
      `x${value}`,
      '%',
    ];
    for (const attempt of forged) {
      const answer = await house()
        .api(null)
        .get('/me', { cookie: `aanhouder.session_token=${encodeURIComponent(attempt)}` });
      expect.soft(answer.status, attempt).toBe(401);
    }
  });

  test('is renewed after a day of use, and over after thirty without', async () => {
    const { email } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    const real = Date.now();
    const inDays = (days: number) => house().setNow(new Date(real + days * 86_400_000));
    inDays(0.5);
    expect((await house().api(null).get('/me', { cookie })).headers['set-cookie']).toBeUndefined();
    inDays(2);
    const renewed = await house().api(null).get('/me', { cookie });
    expect(renewed.headers['set-cookie']).toMatch(/Max-Age=2592000/);
    expect(cookieOf(renewed)).toBe(cookie);
    inDays(31);
    expect((await house().api(null).get('/me', { cookie })).status).toBe(200);
    inDays(62);
    expect((await house().api(null).get('/me', { cookie })).status).toBe(401);
    house().setNow(new Date());
  });
});

describe('another page cannot act in our name', () => {
  test('a write by cookie needs our header, and an origin of ours when there is one', async () => {
    const { email } = await house().aWorkspace();
    const cookie = cookieOf(await signIn(email));
    const write = (headers: Record<string, string>) =>
      house()
        .api(null)
        .post('/days-off', { fromOn: '2026-12-24', untilOn: '2026-12-24' }, { cookie, ...headers });
    expect((await write({})).body).toMatchObject({ status: 403, at: 'x-aanhouder' });
    expect((await write({ 'x-aanhouder': '1', origin: 'https://evil.example' })).body).toMatchObject({
      status: 403,
      at: 'origin',
    });
    expect((await write({ 'x-aanhouder': '1', origin: 'null' })).status).toBe(403);
    expect((await write(page)).status).toBe(201);
    expect((await write({ 'x-aanhouder': '1' })).status).toBe(201);
  });

  test('nor sign us in as somebody else, nor set up a fresh server', async () => {
    const { email } = await house().aWorkspace();
    const evil = { origin: 'http://evil.example:4620' };
    expect((await signIn(email, password, evil)).status).toBe(403);
    expect((await house().api(null).post('/setup', setup(), evil)).status).toBe(403);
  });

  test('what the Host header says changes nothing', async () => {
    const { email } = await house().aWorkspace();
    const answer = await signIn(email, password, {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(answer.headers['set-cookie']).toMatch(
      /^aanhouder\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  function setup() {
    return { email: 'a@example.com', password, name: 'Anna', workspace: 'Bedrijf' };
  }
});
