import { expect, test } from 'vitest';
import { password } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse({ appUrl: 'https://follow-up.example.com' });
const body = async () => ({ email: (await house().aWorkspace()).email, password });

test('behind https the cookie is for https only, and the browser is told to stay there', async () => {
  const answer = await house()
    .api(null)
    .post('/sign-in', await body(), { origin: 'https://follow-up.example.com' });
  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']).toMatch(/^__Secure-aanhouder\.session_token=.*; Secure/);
  expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  expect((await house().api(null).get('/me', { cookie })).status).toBe(200);
});

test('only that address is ours: neither http, nor another port, nor this machine', async () => {
  for (const origin of [
    'http://follow-up.example.com',
    'https://follow-up.example.com:8443',
    'http://localhost:4620',
    'https://example.com',
  ]) {
    expect
      .soft(
        (
          await house()
            .api(null)
            .post('/sign-in', await body(), { origin })
        ).status,
        origin,
      )
      .toBe(403);
  }
});
