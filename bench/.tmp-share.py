s=open('/work/main/bench/.tmp-due.mts').read()
s=s[:s.index("const tests")]+'''
for (const back of [39,38,37,36,35,34,32,28,20,0]) {
  const until = new Date(Date.now()-back*864e5).toISOString().slice(0,10);
  const { rows } = await inWorkspace({ app: pool }, ws, async (tx: any) => ({ rows: [(await (await import('kysely')).sql`select count(*)::int as n from opportunity where workspace_id=${ws} and assignee_id=${me} and state='open' and next_on <= ${until}`.execute(tx.db)).rows[0]] }));
  const out: any = { due: (rows[0] as any).n };
  for (const more of [false, true]) { const times: number[] = []; for (let i=0;i<25;i++){ const t=performance.now(); await inWorkspace({app:pool}, ws, (tx:any)=>bestDue(tx, me, until, figures.table, {count:1, more}, 40), {readOnly:true}); times.push(performance.now()-t);} times.sort((a,b)=>a-b); out[more?'probe':'sort'] = times[0]!.toFixed(1)+'/'+times[12]!.toFixed(1); }
  console.log(JSON.stringify(out));
}
await pool.end();
'''
open('/work/main/bench/.tmp-share.mts','w').write(s)
