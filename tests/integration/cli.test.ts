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
