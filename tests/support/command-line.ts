import type { World } from '#cli/command';
import { runCommand } from '#cli/run-command';
import type { Identity } from '#usecases/identity/identity';

/** What a command printed, said, and ended with. */
export type Ended = { code: number; out: string; said: string };

/** A command of `aanhouder` on the database of a house, as main runs it: exit code, standard output and standard error. */
export async function runOn(
  house: { identity: Identity },
  argv: readonly string[],
  given: Partial<World> = {},
): Promise<Ended> {
  const out: string[] = [];
  const said: string[] = [];
  const world: World = {
    open: async () => house.identity,
    serve: async () => {},
    settings: { kind: 'embedded', dataFolder: '/nonexistent' },
    dataFolder: '/nonexistent',
    appUrl: 'http://localhost:4620',
    version: '0.0.0',
    cwd: '/nonexistent',
    print: (line) => void out.push(line),
    say: (line) => void said.push(line),
    ...given,
  };
  const code = await runCommand(argv, world);
  return { code, out: out.join('\n'), said: said.join('\n') };
}
