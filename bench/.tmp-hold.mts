import { startEmbedded } from '#db/embedded/supervisor';
import { writeFileSync } from 'node:fs';
const s = await startEmbedded({ dataFolder: '/tmp/keep-bench/data', log: console.log });
writeFileSync('/tmp/keep-bench/conn.json', JSON.stringify({ app: s.connection('aanhouder_app'), sup: s.connection('aanhouder_super', 'aanhouder'), owner: s.connection('aanhouder_owner') }));
console.log('up', process.pid);
process.on('SIGTERM', async () => { await s.stop(); process.exit(0); });
setInterval(() => {}, 1e6);
