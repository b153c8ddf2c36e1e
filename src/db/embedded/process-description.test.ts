import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { describeFromPs, describeProcess } from './process-description.ts';

it('knows our own process, in the same words each time', async () => {
  const first = await describeProcess(process.pid);
  expect([first?.state, first?.uid]).toEqual(['alive', process.getuid?.()]);
  expect(await describeProcess(process.pid)).toEqual(first);
});

it('sees nothing where nothing runs', async () => {
  const child = spawn('true', { stdio: 'ignore' });
  await once(child, 'close');
  expect(await describeProcess(child.pid ?? 0)).toBeUndefined();
  expect(await describeFromPs(child.pid ?? 0)).toBeUndefined();
});

it('says the same by ps as by /proc, apart from the mark of the start', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  try {
    const [proc, ps] = await Promise.all([describeProcess(child.pid ?? 0), describeFromPs(child.pid ?? 0)]);
    expect({ ...ps, started: '' }).toEqual({ ...proc, started: '' });
    expect(ps?.started).not.toBe('');
  } finally {
    child.kill();
    await once(child, 'close');
  }
});

it('recognises a process that died and was not yet buried', async () => {
  // A shell may ask after its child before exec puts another program in its place. Node asks after the children that it has itself only,
  // and this one leaves node's loop no turn to do so: it waits for ever, in a call that nothing but a signal ends.
  const forEver = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)';
  const script = `const { pid } = require('child_process').spawn('true'); require('fs').writeSync(1, pid + '\\n'); ${forEver}`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line).trim());
    let found = await describeProcess(pid);
    while (found?.state === 'alive') found = await describeProcess(pid);
    expect(found?.state).toBe('zombie');
    expect((await describeFromPs(pid))?.state).toBe('zombie');
  } finally {
    parent.kill('SIGKILL');
    await once(parent, 'close');
  }
});
