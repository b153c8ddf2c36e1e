import type { World } from '#cli/command';
import type { Identity } from '#usecases/identity/identity';

/** What a command runs in, on a house of a test; what it printed and said is kept. */
export function aWorld(
  { identity }: { identity: Identity },
  given: Partial<World> = {},
): { world: World; out: string[]; said: string[] } {
  const out: string[] = [];
  const said: string[] = [];
  const world: World = {
    open: async () => identity,
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
  return { world, out, said };
}
