import { runCommand } from '#cli/run-command';
import type { World } from '#cli/command';
import { connect } from '#db/connect';
import { EmbeddedDatabaseError } from '#db/embedded/errors';
import { StartRefused } from '#db/start-refused';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '#usecases/secret/vault';
import { openIdentity, type Identity } from '#usecases/identity/identity';
import { readEnv, type Env } from './env.ts';
import { serveUntilStopped } from './serve.ts';
import { newId } from './new-id.ts';
import { readOrMakeSecret } from './session-secret.ts';
import { version } from './version.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const env = readEnv(process.env, process.cwd());
  for (const warning of env.warnings) say(warning);
  let opened: Promise<Identity> | undefined;
  const open = () => (opened ??= openFor(env));
  const world: World = {
    open,
    serve: () => serveUntilStopped(env, open, (line) => world.print(line)),
    settings: env.database,
    dataFolder: env.dataFolder,
    appUrl: env.appUrl,
    version,
    cwd: env.cwd,
    print: (line) => void process.stdout.write(`${line}\n`),
    say,
  };
  try {
    return await runCommand(process.argv.slice(2), world);
  } finally {
    await opened?.then(
      ({ databases }) => databases.close(),
      () => {},
    );
  }
}

async function openFor(env: Env): Promise<Identity> {
  // One after the other: a data folder that cannot be used is then told once, by the database, whose words name the cure.
  const databases = await connect(env.database, say);
  try {
    const secret = env.secret ?? (await readOrMakeSecret(env.dataFolder));
    const outside = {
      egress: openEgress(env.allowedHosts),
      vault: openVault(await mailboxKeys(env)),
      oauth: env.oauth,
      ...(env.inbox && { inbox: env.inbox.address }),
    };
    return openIdentity({ databases, secret, appUrl: env.appUrl, now: () => new Date(), newId, outside });
  } catch (error) {
    await databases.close();
    throw error;
  }
}

async function mailboxKeys({ mailboxKeys: given, dataFolder }: Env): Promise<[string, ...string[]]> {
  if (given !== null) return given;
  const [first = '', ...older] = (await readOrMakeSecret(dataFolder, 'mailbox-key')).split(/\s+/);
  return [first, ...older];
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof StartRefused) && !(error instanceof EmbeddedDatabaseError)) throw error;
    say(`${error.message}\n${error.cure}`);
    process.exitCode = 1;
  },
);
