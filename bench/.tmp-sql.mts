import pg from 'pg'; import { readFileSync } from 'node:fs';
const c = JSON.parse(readFileSync('/tmp/keep-bench/conn.json','utf8')); const co = JSON.parse(readFileSync('/tmp/keep-bench/company.json','utf8'));
const role = process.argv[2]; const sql = process.argv[3].replaceAll(':ws', `'${co.workspaceId}'`).replaceAll(':me', `'${co.memberIds[0]}'`);
const cl = new pg.Client(c[role]); await cl.connect();
if (role==='app') await cl.query(`begin; set local app.workspace='${co.workspaceId}'`);
for (const q of sql.split(';;')) { const t=performance.now(); const r = await cl.query(q); const ms=(performance.now()-t).toFixed(1);
 for (const x of Array.isArray(r)?r:[r]) for (const row of (x.rows??[]).slice(0,60)) console.log(row['QUERY PLAN'] ?? JSON.stringify(row)); console.log('--', ms,'ms'); }
await cl.end();
