import { newPassword, resetPassword } from '#usecases/identity/reset-password';
import { text, type Command } from './command.ts';

export const passwordReset: Command = {
  words: ['password', 'reset'],
  summary: 'Gives an account a new password and ends its sessions',
  options: {
    email: { type: 'string', required: true, help: 'E-mail address of the account' },
    password: { type: 'string', help: 'The new one; without it one is made and printed' },
  },
  async run(world, given) {
    const identity = await world.open();
    const chosen = text(given, 'password');
    const password = chosen === '' ? newPassword() : chosen;
    await resetPassword(identity, text(given, 'email'), password);
    if (chosen === '') world.print(password);
    world.say('Done. Whoever was signed in with this account has to sign in again; its API tokens stay.');
  },
};
