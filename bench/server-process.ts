import { fileURLToPath } from 'node:url';
import { buildApp } from '#api/app';
import { connect } from '#db/connect';
import { newId } from '#main/new-id';
import { publicSite } from '#main/public-site';
import { openIdentity } from '#usecases/identity/identity';
import { publicLinks } from '#usecases/public-page/links';
import { days, type ToServer } from './server-protocol.ts';

// The server in a process of its own, so that the client's work is not measured with it. Its clock can be put forward: the share of
// opportunities that are due grows by 1% a day.

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

process.on('message', (message: ToServer) => {
  if (message.kind === 'ahead') ahead = days(message.days);
  if (message.kind === 'forgetPeak') peak = 0;
  process.send?.({ megabytes: Math.round(Math.max(peak, process.memoryUsage.rss()) / 2 ** 20) });
  if (message.kind !== 'stop') return;
  clearInterval(watch);
  void app
    .close()
    .then(() => databases.close())
    .then(() => process.disconnect());
});
