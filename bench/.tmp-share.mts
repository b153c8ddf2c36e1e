import pg from 'pg'; import { readFileSync } from 'node:fs';
import { openPool } from '#db/pool'; import { inWorkspace } from '#db/transaction';
import { bestDue, countDue, countOn, commitments, careDue, openOfPersons } from '#db/due';
import { bestRevivable, letLie, plannedByDay } from '#db/revivable';
import { loadFigures } from '#usecases/engine/figures'; import { loadWorkspace } from '#db/workspace';
const c = JSON.parse(readFileSync('/tmp/keep-bench/conn.json','utf8')); const co = JSON.parse(readFileSync('/tmp/keep-bench/company.json','utf8'));
const pool = openPool(c.app, { max: 2, name: 'x' });
let expl = false;
pool.on('connect', (cl: any) => { const q = cl.query.bind(cl); cl.query = (a: any, ...r: any[]) => { if (expl && typeof a === 'object' && a.text && /^\s*\(?select/.test(a.text)) { return q({ ...a, text: 'explain (analyze, buffers) ' + a.text }, ...r).then((x: any) => { for (const row of x.rows) console.log(row['QUERY PLAN']); return { rows: [], command: 'SELECT' }; }); } return q(a, ...r); }; });
const ws = co.workspaceId, me = co.memberIds[0]; const today = new Date().toISOString().slice(0,10);
const figures: any = await inWorkspace({ app: pool }, ws, async tx => loadFigures(tx, await loadWorkspace(tx), today));
const only = process.argv[2]; const explain = process.argv.includes('--explain');

for (const back of [39,38,37,36,35,34,32,28,20,0]) {
  const until = new Date(Date.now()-back*864e5).toISOString().slice(0,10);
  const { rows } = await inWorkspace({ app: pool }, ws, async (tx: any) => ({ rows: [(await (await import('kysely')).sql`select count(*)::int as n from opportunity where workspace_id=${ws} and assignee_id=${me} and state='open' and next_on <= ${until}`.execute(tx.db)).rows[0]] }));
  const out: any = { due: (rows[0] as any).n };
  for (const more of [false, true]) { const times: number[] = []; for (let i=0;i<25;i++){ const t=performance.now(); await inWorkspace({app:pool}, ws, (tx:any)=>bestDue(tx, me, until, figures.table, {count:1, more}, 40), {readOnly:true}); times.push(performance.now()-t);} times.sort((a,b)=>a-b); out[more?'probe':'sort'] = times[0]!.toFixed(1)+'/'+times[12]!.toFixed(1); }
  console.log(JSON.stringify(out));
}
await pool.end();
