import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';

export type Dovecot = {
  imapPort: number;
  lmtpPort: number;
  folder: string;
  /** A whole message into somebody's inbox, by LMTP as a mail server delivers it. */
  deliver(to: string, raw: string | Buffer): Promise<void>;
  /** Files straight into the mailbox: many, quickly. */
  maildir(user: string): string;
  /** From now on this password is right. */
  setPassword(password: string): Promise<void>;
  /** As a server that falls away, and comes back on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const program = '/usr/sbin/dovecot';

/**
 * A real IMAP and LMTP server for a test, as an ordinary user on free ports, with everything in a folder of its own. Every name may sign in
 * with the one password and has a mailbox.
 */
export async function startDovecot(password = 'een goed wachtwoord'): Promise<Dovecot> {
  mustBeInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'aanhouder-dovecot-'));
  const [imapPort, lmtpPort] = [await freePort(), await freePort()];
  // Dovecot refuses to serve as root: then as the user that Debian has for mail.
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? 'mail' : userInfo().username;
  const group = asRoot ? 'mail' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  for (const name of ['mail', 'run', 'state']) mkdirSync(join(folder, name));

  const config = join(folder, 'dovecot.conf');
  const give = () => {
    chmodSync(folder, 0o755);
    if (asRoot) execFileSync('chown', ['-R', `${user}:${group}`, folder]);
  };

  const write = (secret: string) =>
    writeFileSync(config, configOf({ folder, user, group, imapPort, lmtpPort, password: secret }));
  write(password);
  let running: ChildProcess | undefined;

  const stop = async () => {
    const gone = running && new Promise((done) => running?.once('exit', done));
    // Its whole group: who is signed in would be served for half a minute more.
    if (running?.pid !== undefined) process.kill(-running.pid, 'SIGTERM');
    await gone;
    running = undefined;
  };
  const start = async () => {
    give();
    const command = [program, '-F', '-c', config];
    const [file = '', ...args] = asRoot
      ? ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', ...command]
      : command;
    running = spawn(file, args, { stdio: 'ignore', detached: true });
    await Promise.all([answers(imapPort), answers(lmtpPort)]).catch((error: unknown) => {
      throw new Error(`Dovecot does not start: ${readFileSync(join(folder, 'log'), 'utf8').slice(-1500)}`, {
        cause: error,
      });
    });
  };
  await start();
  return {
    imapPort,
    lmtpPort,
    folder,
    async deliver(to, raw) {
      const transport = nodemailer.createTransport({
        host: '127.0.0.1',
        port: lmtpPort,
        lmtp: true,
        ignoreTLS: true,
      } as object);
      await transport.sendMail({ envelope: { from: 'post@voorbeeld.example', to }, raw });
    },
    maildir: (name) => join(folder, 'mail', name),
    async setPassword(text) {
      await stop();
      write(text);
      await start();
    },
    stop,
    start,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mustBeInstalled(): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    throw new Error(`${program} is not here: apt-get install dovecot-imapd dovecot-lmtpd`);
  }
}

type Config = { folder: string; user: string; group: string; imapPort: number; lmtpPort: number; password: string };

const configOf = ({ folder, user, group, imapPort, lmtpPort, password }: Config): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 50
mailbox_idle_check_interval = 1 s
passdb {
  driver = static
  args = password=${password.replaceAll(' ', '_')}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.once('data', () => socket.destroy());
    });
    if (open) return;
    if (Date.now() > until) throw new Error(`Nothing answers on port ${port}.`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
