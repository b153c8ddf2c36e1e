import { request } from 'node:http';
import { expect, test } from 'vitest';
import { Type } from 'typebox';
import { readers } from '#api/policy';
import { route } from '#api/route';
import { readMe } from '#usecases/settings/me';
import { openHouse } from '#tests/support/house';

function gate(): { promise: Promise<void>; resolve(): void } {
  let open = () => {};
  const promise = new Promise<void>((resolve) => void (open = resolve));
  return { promise, resolve: () => open() };
}

test('the end waits for what a request does, also when whoever asked has gone', async () => {
  const begun = gate();
  const goOn = gate();
  let found: string | null = null;
  const slow = route({
    method: 'GET',
    url: '/slow',
    summary: 'Waits',
    roles: readers,
    schema: { response: Type.Object({}) },
    handler: async (context) => {
      begun.resolve();
      await goOn.promise;
      found = await readMe(context).then(
        (me) => me.member.name,
        (error: unknown) => String(error),
      );
      return {};
    },
  });
  const house = await openHouse({ moreRoutes: [slow] });
  const { token } = await house.aWorkspace();
  const url = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const asked = request(`${url}/api/v1/slow`, { headers: { authorization: `Bearer ${token}` } });
  asked.on('error', () => {});
  asked.end();
  await begun.promise;
  asked.destroy();
  const closed = house.close();
  // Time for the end to pass by, if it did not wait.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(found).toBeNull();
  goOn.resolve();
  await closed;
  expect(found).toBe('Anna Bakker');
});
