import { AppError } from '#contract/app-error';
import { roles } from '#core/opportunity/vocabulary';
import { addMember } from '#usecases/identity/add-member';
import { newPassword } from '#usecases/identity/reset-password';
import { text, type Command } from './command.ts';
import { theOwner } from './the-owner.ts';

/** The password that was made is printed alone, so that it can be handed over. */
export const memberAdd: Command = {
  words: ['member', 'add'],
  summary: 'Lets a colleague sign in, in a role: a viewer sees the Outlook and nothing else',
  options: {
    email: { type: 'string', required: true, help: 'E-mail address to sign in with' },
    name: { type: 'string', required: true, help: 'Name of the colleague' },
    role: { type: 'string', required: true, help: 'viewer, seller, manager or owner' },
    password: { type: 'string', help: 'At least 10 characters; without it one is made and printed' },
    workspace: { type: 'string', help: 'Id of the workspace, when there are several' },
  },
  async run(world, given) {
    const role = roles.find((one) => one === text(given, 'role'));
    if (role === undefined)
      throw new AppError('invalid_request', { at: '--role', detail: `Choose one of ${roles.join(', ')}.` });
    const identity = await world.open();
    const actor = await theOwner(identity, text(given, 'workspace'));
    const chosen = text(given, 'password');
    const password = chosen === '' ? newPassword() : chosen;
    const { joined } = await addMember(identity, actor, {
      email: text(given, 'email'),
      name: text(given, 'name'),
      role,
      password,
    });
    if (chosen === '') world.print(password);
    if (joined) world.say('This is who was in the list of members without signing in: what they did stays theirs.');
    world.say(`Made. Sign in at ${world.appUrl} as ${text(given, 'email')}.`);
  },
};
