import { describe, expect, test } from 'vitest';
import { type Ended, runOn } from '#tests/support/command-line';
import { password } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

const run = (...argv: string[]): Promise<Ended> => runOn(house(), argv);

describe('what is not understood ends with 2 and says what there is', () => {
  test('a command that does not exist', async () => {
    const { code, said, out } = await run('tokne', 'create', '--name', 'x');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain('There is no command "tokne create". Did you mean "token create"?');
  });

  test('the first word of a command names those that begin with it', async () => {
    expect((await run('engine')).said).toContain(
      'There is no command "engine". Did you mean "engine compute" or "engine simulate"?',
    );
    expect((await run('token', '--name', 'x')).said).toContain('Did you mean "token create"?');
  });

  test('an option that does not exist, and one that is missing', async () => {
    expect(await run('token', 'create', '--nmae', 'x')).toMatchObject({
      code: 2,
      said: expect.stringContaining("Unknown option '--nmae'"),
    });
    expect(await run('token', 'create')).toMatchObject({ code: 2, said: expect.stringContaining('--name is missing') });
    expect(await run('token', 'create', 'x')).toMatchObject({ code: 2 });
  });

  test.each([
    [
      ['engine', 'simulate', '--hazard', 'article', '--minutes', '-5'],
      '--minutes must be a whole number from 1 to 1440, not "-5"',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--minutes', '1.5'],
      '--minutes must be a whole number from 1 to 1440, not "1.5"',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--days', 'many'],
      '--days must be a whole number from 1 to 1000, not "many"',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--acquisition', '-.5'],
      '--acquisition must be a number from 0 to 10000, not "-.5"',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--chance', 'NaN'],
      '--chance must be a number from 0.01 to 0.99, not "NaN"',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--runs', ''],
      '--runs must be a whole number from 2 to 10000, not ""',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--seed'],
      '--seed wants a value: Another seed gives other years (1)',
    ],
    [['engine', 'simulate', '--hazard', '--json'], '--hazard wants a value: article, own, or a JSON file'],
    [
      ['engine', 'simulate', '--hazard', 'article', '--json=yes'],
      '--json takes no value: give it alone, or leave it out.',
    ],
    [
      ['engine', 'simulate', '--hazard', 'foo'],
      /^--hazard: There is no file .*foo\. Give article, own, or a JSON file with 12 hazards\.$/,
    ],
    [
      ['engine', 'simulate', '--hazard', '/'],
      '--hazard: / is a folder. Give article, own, or a JSON file with 12 hazards.',
    ],
    [
      ['engine', 'simulate', '--hazard', 'article', '--minuten', '5'],
      'Unknown option \'--minuten\' of "engine simulate". Did you mean --minutes?',
    ],
    [['setup', 'now'], '"setup" takes no word by itself, so "now" has no meaning there.'],
  ])('%j names the option and the cure', async (argv, words) => {
    const { code, out, said } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof words === 'string') expect(said).toContain(words);
    else expect(said.trim()).toMatch(words);
    expect(said).not.toMatch(/ENOENT|EISDIR|ERR_|ambiguous/);
  });

  test.each([
    [
      ['setup', '--email', 'a@example.com', '--password', 'x', '--name', 'A', '--workspace', 'A', '--language', 'de'],
      '"de" is none of its words. Give one of: nl, en. (--language)',
    ],
    [['demo', '--language', ''], '"" is none of its words. Give one of: nl, en. (--language)'],
    [['export', 'x', '--format', 'xml'], '"xml" is none of its words. Give one of: json, csv. (--format)'],
    [['import', 'package.json', '--not-won', 'lost'], '(--not-won)'],
    [
      ['import', 'package.json', '--rate', 'USD=Infinity'],
      '"USD=Infinity" is no rate. Give a currency and a number above 0, as USD=0.92. (--rate)',
    ],
    [['import', 'nowhere.csv'], /There is no file .*nowhere\.csv/],
    [['restore', 'nowhere.aanhouder'], /nowhere\.aanhouder/],
    [['backup'], 'Name one file: aanhouder backup <file>'],
  ])('%j is refused, and says what to give', async (argv, words) => {
    const { code, out, said } = await run(...argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    if (typeof words === 'string') expect(said).toContain(words);
    else expect(said).toMatch(words);
    expect(said).not.toMatch(/ENOENT|EISDIR|ERR_/);
  });

  test('help is no mistake', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('token create') });
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') });
    expect(await run('setup', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--workspace <workspace>'),
    });
  });
});

test('from nothing: no token without a workspace, one setup, then a token that works', async () => {
  expect(await run('token', 'create', '--name', 'x')).toMatchObject({
    code: 1,
    out: '',
    said: expect.stringContaining('not_found'),
  });
  const setup = [
    'setup',
    '--email',
    'anna@example.com',
    '--password',
    password,
    '--name',
    'Anna',
    '--workspace',
    'Bakker',
  ];
  expect(await run(...setup)).toMatchObject({ code: 0, out: '' });
  expect(await run(...setup)).toMatchObject({ code: 1, said: expect.stringContaining('already_set_up') });
  const { code, out } = await run('token', 'create', '--name', 'n8n');
  expect(code).toBe(0);
  expect(out).toMatch(/^aan_[\w-]{43}$/);
  expect((await house().api(out).get('/me')).body).toMatchObject({
    member: { role: 'owner' },
    workspace: { name: 'Bakker' },
  });
});

test('of several workspaces one is chosen by its id', async () => {
  const [one, two] = [await house().aWorkspace(), await house().aWorkspace()];
  expect(await run('token', 'create', '--name', 'x')).toMatchObject({ code: 1, said: expect.stringContaining(one.id) });
  const { out } = await run('token', 'create', '--name', 'x', '--workspace', two.id);
  expect((await house().api(out).get('/me')).body.workspace.id).toBe(two.id);
  expect(await run('token', 'create', '--name', 'x', '--workspace', 'none')).toMatchObject({ code: 1 });
});

test('a password that was forgotten: a new one is printed, or one’s own is taken', async () => {
  const { email } = await house().aWorkspace();
  const signIn = async (given: string) => (await house().api(null).post('/sign-in', { email, password: given })).status;
  const made = await run('password', 'reset', '--email', email.toUpperCase());
  expect(made.out).toMatch(/^[a-z0-9]{5}(?:-[a-z0-9]{5}){3}$/);
  expect(await signIn(made.out)).toBe(200);
  expect(await signIn(password)).toBe(401);
  expect(await run('password', 'reset', '--email', email, '--password', 'mijn eigen lange zin')).toMatchObject({
    code: 0,
    out: '',
  });
  expect(await signIn('mijn eigen lange zin')).toBe(200);
  expect(await run('password', 'reset', '--email', email, '--password', 'kort')).toMatchObject({
    code: 1,
    said: expect.stringContaining('password_weak'),
  });
  expect(await run('password', 'reset', '--email', 'nobody@example.com')).toMatchObject({
    code: 1,
    said: expect.stringContaining('not_found'),
  });
});

test('a reset lifts the limit of the account', async () => {
  const { email } = await house().aWorkspace();
  const signIn = async (given: string) =>
    (await house().api(null, '10.2.0.1').post('/sign-in', { email, password: given })).status;
  for (let i = 0; i < 11; i += 1) await signIn('niet het wachtwoord');
  expect(await signIn(password)).toBe(429);
  await run('password', 'reset', '--email', email, '--password', 'mijn eigen lange zin');
  expect(await signIn('mijn eigen lange zin')).toBe(200);
});

describe('member add', () => {
  test('lets a viewer sign in, who sees the Outlook and no person', async () => {
    const workspace = await house().aWorkspace();
    const asked = ['--name', 'Vera Smit', '--email', 'Vera@Example.com', '--workspace', workspace.id];
    const { code, out, said } = await run('member', 'add', ...asked, '--role', 'viewer');
    expect(code, said).toBe(0);
    const entered = await house().api(null).post('/sign-in', { email: 'vera@example.com', password: out.trim() });
    expect(entered.body.member).toMatchObject({ name: 'Vera Smit', role: 'viewer' });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const asVera = (path: string) => house().api(null).get(path, { cookie });
    expect((await asVera('/continuity')).status).toBe(200);
    expect((await asVera('/persons')).status).toBe(403);
    expect((await run('member', 'add', ...asked, '--role', 'seller')).said).toContain(
      'signs in here as vera@example.com',
    );
  });

  test('a role that does not exist is refused, with those that do', async () => {
    const { code, said } = await run('member', 'add', '--name', 'X', '--email', 'x@example.com', '--role', 'boss');
    expect(code).not.toBe(0);
    expect(said).toContain('viewer');
  });
});
