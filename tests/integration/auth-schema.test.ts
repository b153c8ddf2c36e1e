import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { betterAuthConfig } from '#usecases/identity/better-auth';
import { cloneDatabase, databasesOn } from '#tests/support/clone-database';

test('better-auth finds every table and column that it wants', async () => {
  const clone = await cloneDatabase();
  const databases = databasesOn({ ...clone, auth: clone.owner });
  try {
    const { options } = betterAuth(
      betterAuthConfig({
        auth: databases.auth,
        appUrl: 'http://localhost:4620',
        secret: 's'.repeat(40),
        newId: () => '1',
      }),
    );
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  } finally {
    await databases.close();
    await clone.drop();
  }
});
