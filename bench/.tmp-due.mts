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
const tests: Record<string, (tx: any) => Promise<unknown>> = {
  countDue: tx => countDue(tx, me, today),
  probe: tx => bestDue(tx, me, today, figures.table, { count: 10000, more: true }, 40),
  sort: tx => bestDue(tx, me, today, figures.table, { count: 10, more: false }, 40),
  commit: tx => commitments(tx, me, today, 25),
  care: tx => careDue(tx, me, today, 2),
  countOn: tx => countOn(tx, me, today),
  revive: tx => bestRevivable(tx, me, figures.table, 21, null),
  revive2: async tx => { const r = cursor ??= (await bestRevivable(tx, me, figures.table, 21, null))[20]!; return bestRevivable(tx, me, figures.table, 21, r); },
  letLie: tx => letLie(tx, me, '2026-10-01', 20),
  planned: tx => plannedByDay(tx, me, today, '2026-12-24'),
};
let cursor: any;
for (const [name, run] of Object.entries(tests)) { if (only && only !== 'all' && !only.split(',').includes(name)) continue;
  const times: number[] = [];
  for (let i = 0; i < 60; i++) { const t = performance.now(); await inWorkspace({ app: pool }, ws, run, { readOnly: true }); times.push(performance.now() - t); }
  times.sort((a,b)=>a-b); console.log(name, 'min', times[0]!.toFixed(2), 'p50', times[30]!.toFixed(2), 'p95', times[56]!.toFixed(2), 'max', times[59]!.toFixed(1));
  if (explain) { expl = true; try { await inWorkspace({ app: pool }, ws, run, { readOnly: true }); } catch (e) { console.log(String(e)); } expl = false; }
}
await pool.end();
