import { v7 } from 'uuid';
import { openDatabases } from '#db/connect';
import { startPostOffice } from '#usecases/outbox/post-office';
import { transportTo } from './post.ts';
import { readErrand } from './sender-protocol.ts';

/** A sender in a process of its own, which kills itself as a power cut would: the other end is crash-sender.ts. */
const errand = readErrand(process.argv[2] ?? '');
const databases = openDatabases('embedded', errand.app, errand.auth, null, async () => {});
let seen = 0;
const office = await startPostOffice({
  databases,
  newId: v7,
  now: () => new Date(errand.at),
  transport: transportTo({
    settings: {
      host: '127.0.0.1',
      port: errand.port,
      secure: false,
      requireTls: false,
      login: null,
      dkim: null,
      connections: 4,
    },
  }),
  failed: (error) => {
    throw error;
  },
  reached(step) {
    if (step !== errand.dieAt?.step) return;
    seen += 1;
    if (seen === errand.dieAt.time) process.kill(process.pid, 'SIGKILL');
  },
});
await office.pass();
await office.close();
await databases.close();
