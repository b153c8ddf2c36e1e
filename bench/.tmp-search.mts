import pg from 'pg'; import { readFileSync } from 'node:fs';
import { openPool } from '#db/pool'; import { inWorkspace } from '#db/transaction'; import { sql } from 'kysely';
const c = JSON.parse(readFileSync('/tmp/keep-bench/conn.json','utf8')); const co = JSON.parse(readFileSync('/tmp/keep-bench/company.json','utf8'));
const pool = openPool(c.app, { max: 2, name: 'x' }); const ws = co.workspaceId;
const part = ['van','jan','jansen','van de','de v','berg','erg','zuiderboer','uiderbo','bv','adv','jan bakk','van den berg','@stich','061','example','bos','xqzzy','mohammed westerhuis','marieke van den b','aan', 'ste', ' de '];
const typo = ['jansn','bakkker','zuidrboer','mohamed','wsterhuis','van den brg','marieke bergg','accountents','xqzzyw','jnssen', 'dijkstr ma'];
const run = async (fn: string, words: string[], most: number) => { const all: number[] = [];
 for (const w of words) { const times: number[] = []; let n = 0; const reps = process.argv[2] ? Number(process.argv[2]) : 9;
  for (let i=0;i<reps;i++){ const t=performance.now(); n = (await inWorkspace({app:pool}, ws, async (tx:any) => (await sql.raw(`select * from ${fn}('${ws}', '${w}', ${most})`).execute(tx.db)).rows.length, {readOnly:true})); times.push(performance.now()-t);} times.sort((a,b)=>a-b); all.push(...times);
  console.log(fn, JSON.stringify(w), 'rows', n, 'min', times[0]!.toFixed(1), 'p50', times[Math.floor(reps/2)]!.toFixed(1), 'max', times.at(-1)!.toFixed(1)); }
 all.sort((a,b)=>a-b); console.log('ALL', fn, 'p50', all[Math.floor(all.length/2)]!.toFixed(1), 'p95', all[Math.floor(all.length*.95)]!.toFixed(1)); };
await run('search_person', part, 50); await run('search_person_similar', typo, 20); await pool.end();
