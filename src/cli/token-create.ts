import { createToken } from '#usecases/identity/token';
import { text, type Command } from './command.ts';
import { theOwner } from './the-owner.ts';

/** Prints the token alone, so that `TOKEN=$(npm run --silent aanhouder -- token create --name x)` works. */
export const tokenCreate: Command = {
  words: ['token', 'create'],
  summary: 'Makes an API token for the owner and prints it, once',
  options: {
    name: { type: 'string', required: true, help: 'What it is for, to find it back in Settings' },
    workspace: { type: 'string', help: 'Id of the workspace, when there are several' },
  },
  async run(world, given) {
    const identity = await world.open();
    const actor = await theOwner(identity, text(given, 'workspace'));
    const { token } = await createToken({ ...identity, actor }, text(given, 'name'));
    world.print(token);
  },
};
