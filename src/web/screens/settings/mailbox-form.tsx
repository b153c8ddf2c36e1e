import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundServers, Mailbox, MailServer, MyMailbox } from '#contract/mailbox';
import { ApiProblem } from '../../data/api-problem.ts';
import { mailboxActs } from '../../data/mailbox.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';

type Draft = { address: string; userName: string; imap: MailServer; smtp: MailServer; keepsSent: boolean };
const empty = (port: number): MailServer => ({ host: '', port, security: 'tls' });

/** First the address; then what was found for it, to be looked at, with the password. */
export function MailboxForm({
  mailbox,
  oauth,
  onDone,
}: {
  mailbox: Mailbox | null;
  oauth: MyMailbox['oauth'];
  onDone: () => void;
}) {
  const { t } = useTranslation(['mail', 'ui', 'problem']);
  const [address, setAddress] = useState(mailbox?.address ?? '');
  const [draft, setDraft] = useState<Draft | null>(mailbox);
  const [found, setFound] = useState<FoundServers | null>(null);
  const [password, setPassword] = useState('');
  const find = useAct({ run: mailboxActs.find });
  const start = useAct({ run: mailboxActs.startOAuth });
  const offered = (['google', 'microsoft'] as const).filter((provider) => oauth[provider] && isOf(provider, found));
  const save = useAct({ run: mailboxActs.save, says: () => t('mail:connected'), quiet: true });
  const look = () =>
    find.mutate(address.trim(), {
      onSuccess: (servers) => {
        setFound(servers);
        setDraft({
          address: address.trim(),
          userName: servers.userName,
          imap: servers.imap ?? empty(993),
          smtp: servers.smtp ?? empty(465),
          keepsSent: servers.keepsSent,
        });
      },
    });
  const send = () => {
    if (!draft) return;
    save.mutate(
      {
        ...(mailbox && { version: mailbox.version }),
        address: draft.address,
        userName: draft.userName.trim(),
        ...(password !== '' && { password }),
        imap: draft.imap,
        smtp: draft.smtp,
        keepsSent: draft.keepsSent,
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) send();
        else look();
      }}
    >
      <Field
        label={t('mail:address')}
        type="email"
        autoComplete="email"
        required
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
          setDraft(null);
          setFound(null);
        }}
      />
      {draft === null && (
        <div className="settings__save">
          <Button type="submit" kind="primary" busy={find.isPending}>
            {t('mail:find')}
          </Button>
          {mailbox && <Button onClick={onDone}>{t('ui:cancel')}</Button>}
        </div>
      )}
      {draft && (
        <>
          {found && <FoundWords found={found} />}
          {offered.map((provider) => (
            <div key={provider}>
              <p className="muted small">{t('mail:oauthBody')}</p>
              <Button
                kind="primary"
                busy={start.isPending}
                onClick={() =>
                  start.mutate(
                    { provider, address: draft.address },
                    { onSuccess: ({ url }) => window.location.assign(url) },
                  )
                }
              >
                {t(`mail:oauth.${provider}`)}
              </Button>
            </div>
          ))}
          <Field
            label={t('mail:userName')}
            autoComplete="off"
            required
            value={draft.userName}
            onChange={(event) => setDraft({ ...draft, userName: event.target.value })}
          />
          <Field
            label={t('mail:password')}
            type="password"
            autoComplete="off"
            required={mailbox === null}
            hint={mailbox === null ? t('mail:passwordHint') : t('mail:passwordStays')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <ServerFields
            title={t('mail:incoming')}
            server={draft.imap}
            onChange={(imap) => setDraft({ ...draft, imap })}
          />
          <ServerFields
            title={t('mail:outgoing')}
            server={draft.smtp}
            onChange={(smtp) => setDraft({ ...draft, smtp })}
          />
          {save.error && (
            <p className="field__error" role="alert">
              {save.error instanceof ApiProblem ? save.error.message : t('problem:invalid_request')}
            </p>
          )}
          <div className="settings__save">
            <Button type="submit" kind="primary" busy={save.isPending}>
              {t('mail:connect')}
            </Button>
            {mailbox && <Button onClick={onDone}>{t('ui:cancel')}</Button>}
          </div>
        </>
      )}
    </form>
  );
}

/** Whose addresses these are; their own page is then the better way. */
function isOf(provider: 'google' | 'microsoft', found: FoundServers | null): boolean {
  const host = found?.imap?.host ?? '';
  return host.endsWith(provider === 'google' ? 'gmail.com' : 'office365.com');
}

function FoundWords({ found }: { found: FoundServers }) {
  const { t } = useTranslation('mail');
  return (
    <div role="status">
      <p>
        {found.provider !== null
          ? t('foundProvider', { provider: found.provider })
          : found.from === 'none'
            ? t('foundNone')
            : found.from === 'guess'
              ? t('foundGuess')
              : t('foundSelf')}
      </p>
      {found.appPassword && <p className="notice">{t('appPassword')}</p>}
    </div>
  );
}

function ServerFields({
  title,
  server,
  onChange,
}: {
  title: string;
  server: MailServer;
  onChange: (server: MailServer) => void;
}) {
  const { t } = useTranslation('mail');
  return (
    <fieldset className="settings__server">
      <legend>{title}</legend>
      <Field
        label="Server"
        required
        autoComplete="off"
        value={server.host}
        onChange={(event) => onChange({ ...server, host: event.target.value.trim() })}
      />
      <Field
        label={t('port')}
        type="number"
        min={1}
        max={65_535}
        required
        value={server.port}
        onChange={(event) => onChange({ ...server, port: Number(event.target.value) })}
      />
      <Select
        label={t('security')}
        value={server.security}
        onChange={(event) => onChange({ ...server, security: securityOf(event.target.value) })}
      >
        {securities.map((one) => (
          <option key={one} value={one}>
            {t(`securities.${one}`)}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}

const securities = ['tls', 'starttls', 'none'] as const;
const securityOf = (text: string) => securities.find((one) => one === text) ?? 'tls';
