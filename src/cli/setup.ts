import { makeWorkspace } from '#usecases/identity/make-workspace';
import { choiceOption } from './choice-option.ts';
import { text, type Command } from './command.ts';

/** What the first visit does, from the keyboard of the server: without a code. */
export const setup: Command = {
  words: ['setup'],
  summary: 'Makes the owner and the workspace, once',
  options: {
    email: { type: 'string', required: true, help: 'E-mail address of the owner, to sign in with' },
    password: { type: 'string', required: true, help: 'At least 10 characters' },
    name: { type: 'string', required: true, help: 'Name of the owner' },
    workspace: { type: 'string', required: true, help: 'Name of the company' },
    language: { type: 'string', help: 'nl or en; nl without it' },
    'time-zone': { type: 'string', help: 'Europe/Amsterdam without it' },
  },
  async run(world, given) {
    const language = choiceOption(given, 'language', ['nl', 'en']) ?? 'nl';
    const identity = await world.open();
    const timeZone = text(given, 'time-zone');
    await makeWorkspace(
      identity,
      {
        email: text(given, 'email'),
        password: text(given, 'password'),
        name: text(given, 'name'),
        workspace: text(given, 'workspace'),
        language,
        ...(timeZone === '' ? {} : { timeZone }),
      },
      true,
    );
    world.say(`Made. Sign in at ${world.appUrl} as ${text(given, 'email')}.`);
  },
};
