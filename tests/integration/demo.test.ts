import { describe, expect, test } from 'vitest';
import { type Ended, runOn } from '#tests/support/command-line';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';
import { createToken } from '#usecases/identity/token';
import { theOwner } from '#cli/the-owner';

const house = useHouse();

const run = (...argv: string[]): Promise<Ended> => runOn(house(), argv);

describe('a made-up company', { timeout: 120_000 }, () => {
  test('prints how to sign in, has 400 opportunities that keep every rule, and is made once', async () => {
    const { code, out, said } = await run('demo');
    // Three plain lines for a script; what they are stands beside them.
    expect(said).toMatch(/address of the app, the mail address and the password/);
    expect(code).toBe(0);
    expect(said).toContain('400 opportunities');
    const [address, email = '', password = ''] = out.split('\n');
    expect(address).toBe('http://localhost:4620');
    expect((await house().api(null).post('/sign-in', { email, password })).status).toBe(200);

    const actor = await theOwner(house().identity, '');
    const context = { ...house().identity, actor };
    const { token } = await createToken(context, 'tests');
    const api = house().api(token);
    expect(await differencesIn(context)).toEqual([]);
    const states = { open: 0, won: 0, stopped: 0 };
    let cursor: string | null = '';
    do {
      const page = await api.get(`/opportunities?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      const body: { items: { state: keyof typeof states; nextMoment: unknown }[]; nextCursor: string | null } =
        page.body;
      for (const item of body.items) {
        states[item.state] += 1;
        expect(item.nextMoment !== null).toBe(item.state === 'open');
      }
      cursor = body.nextCursor;
    } while (cursor !== null);
    // And the one that came in by the contact form of its public page.
    expect(states).toEqual({ open: 144 + 1, won: 62, stopped: 194 });

    const mirror = (await api.get('/mirror')).body;
    expect(mirror.ended).toBe(256);
    const { body: today } = await api.get('/today?minutes=240');
    expect(today.items.map((item: { group: string }) => item.group)).toEqual(
      expect.arrayContaining(['waiting', 'promised', 'appointment', 'planned']),
    );
    expect(today.care.filter((care: { day: unknown }) => care.day)).toMatchObject([{ planned: true }]);
    expect(today.leftoverCount).toBeGreaterThan(5);

    expect(await run('demo')).toMatchObject({ code: 1, said: expect.stringContaining('AANHOUDER_DATA') });
    expect(await run('demo', '--email', 'x@example.com')).toMatchObject({
      code: 1,
      said: expect.stringContaining('already_set_up'),
    });
  });
});
