import { inventPerson, organisationName } from './data/invent.ts';
import { inventOpportunity } from './data/invent-opportunity.ts';
import { toDay } from '#core/day/day';
let t=performance.now(); for(let i=0;i<10000;i++) organisationName(i); console.log('org',performance.now()-t);
t=performance.now(); for(let i=0;i<10000;i++) inventPerson(i); console.log('person',performance.now()-t);
t=performance.now(); for(let i=0;i<10000;i++) inventOpportunity(i,10000,{open:10000,today:toDay('2026-11-24'),assigneeIds:['a'],dueShare:.05}); console.log('opp',performance.now()-t);
for(let i=0;i<12;i++) console.log(inventPerson(i).search);
