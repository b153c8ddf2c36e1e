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
  // The shell's child ends at once; exec puts a program in the shell's place that never asks after it.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line).trim());
    let found = await describeProcess(pid);
    while (found?.state === 'alive') found = await describeProcess(pid);
    expect(found?.state).toBe('zombie');
    expect((await describeFromPs(pid))?.state).toBe('zombie');
  } finally {
    parent.kill();
    await once(parent, 'close');
  }
});
