import { AppError } from '#contract/app-error';
import { owners } from '#db/identity/account';
import type { Actor } from '#usecases/context';
import type { Identity } from '#usecases/identity/identity';
import { makeWorkspace } from '#usecases/identity/make-workspace';
import { newPassword } from '#usecases/identity/reset-password';
import { makePublicDemo } from '#usecases/keep/demo-public-page';
import { makeDemo } from '#usecases/keep/make-demo';
import { publicLinks } from '#usecases/public-page/links';
import { choiceOption } from './choice-option.ts';
import { type Command, type Given, text, type World } from './command.ts';

const elsewhere =
  'The demo wants a data folder of its own: AANHOUDER_DATA=./demo npm run --silent aanhouder -- demo, and AANHOUDER_DATA=./demo npm start.';

/** A company to look around in, never mixed with real customers. */
export const demo: Command = {
  words: ['demo'],
  summary: 'Fills an empty installation with a made-up company of 400 opportunities',
  options: {
    email: { type: 'string', help: 'To sign in with; demo@example.com without it' },
    password: { type: 'string', help: 'At least 10 characters; without it one is made and printed' },
    language: { type: 'string', help: 'Of the screens: nl or en; nl without it' },
  },
  async run(world, given) {
    const language = choiceOption(given, 'language', ['nl', 'en']) ?? 'nl';
    const identity = await world.open();
    const actor = await whose(identity, world, given, language);
    world.say('Living through eighteen months of a company …');
    const count = await makeDemo({ ...identity, actor });
    const links = publicLinks(identity.secret, identity.appUrl);
    await makePublicDemo({ ...identity, links }, { ...identity, actor });
    world.say(
      `${count} opportunities. Nobody in them exists. To be rid of them, stop the server and remove the data folder: ${world.dataFolder}`,
    );
  },
};

/** A new owner, whose address and password are printed. Whoever has an account here wants their own people in it, not made-up ones. */
async function whose(identity: Identity, world: World, given: Given, language: 'nl' | 'en'): Promise<Actor> {
  if ((await owners(identity.databases.auth)).length > 0)
    throw new AppError('already_set_up', { detail: `Somebody signs in here already. ${elsewhere}` });
  const email = text(given, 'email') || 'demo@example.com';
  const password = text(given, 'password') || newPassword();
  const names = { name: 'Sanne Verbeek', workspace: 'Verbeek Kantoor & Winkel' };
  const actor = await makeWorkspace(identity, { email, password, language, ...names }, true);
  // Standard output stays three plain lines, for a script; what they are stands beside it.
  world.say('To sign in, one under the other: the address of the app, the mail address and the password.');
  world.print(`${world.appUrl}\n${email}\n${password}`);
  return actor;
}
