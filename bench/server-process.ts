import { fileURLToPath } from 'node:url';
import { buildApp } from '#api/app';
import { connect } from '#db/connect';
import type { RunningJobs } from '#jobs/runner';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { collectSooner } from '#main/collect-sooner';
import { newId } from '#main/new-id';
import { publicSite } from '#main/public-site';
import { openIdentity } from '#usecases/identity/identity';
import { publicLinks } from '#usecases/public-page/links';
import { openVault } from '#usecases/secret/vault';
import { days, type ToServer, vaultKey } from './server-protocol.ts';

// The server in a process of its own, so that the client's work is not measured with it. Its clock can be put forward: the share of
// opportunities that are due grows by 1% a day.

collectSooner();
void serve();

async function serve(): Promise<void> {
  let ahead = 0;
  const dataFolder = process.env['BENCH_DATA'] ?? '';
  const databases = await connect({ kind: 'embedded', dataFolder }, () => {});
  const identity = openIdentity({
    databases,
    secret: 'only for the bench, and long enough to be one',
    appUrl: 'http://localhost:4620',
    now: () => new Date(Date.now() + ahead),
    newId,
  });
  const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const site = publicSite({
    world: { ...identity, links: publicLinks(identity.secret, identity.appUrl) },
    webFolder,
    readOnly: false,
    failed: (error) => void process.stderr.write(`${String(error)}\n`),
  });
  const app = await buildApp({
    identity,
    setupCode: null,
    trustedProxies: [],
    webFolder,
    version: 'bench',
    logger: { level: 'error' },
    parts: [site.add],
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });

  let peak = 0;
  const watch = setInterval(() => void (peak = Math.max(peak, process.memoryUsage.rss())), 50);

  let watching: RunningJobs | undefined;
  function readMailboxes(): RunningJobs {
    const failed = (_: string, error: unknown) => void process.stderr.write(`${String(error)}\n`);
    const outside = { egress: openEgress(['127.0.0.1']), vault: openVault([vaultKey]) };
    const usual = { lookEveryMs: 20_000, firstAfterMs: 0 };
    return watchMailboxes({ databases, now: () => new Date(), newId, failed }, outside, usual);
  }

  process.on('message', (message: ToServer) => {
    if (message.kind === 'readMailboxes') watching ??= readMailboxes();
    if (message.kind === 'ahead') ahead = days(message.days);
    if (message.kind === 'forgetPeak') peak = 0;
    process.send?.({ megabytes: Math.round(Math.max(peak, process.memoryUsage.rss()) / 2 ** 20) });
    if (message.kind !== 'stop') return;
    clearInterval(watch);
    void Promise.all([watching?.stop(), app.close()])
      .then(() => databases.close())
      .then(() => process.disconnect());
  });
}
