import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox } from '#contract/mailbox';
import { mailboxActs } from '../../data/mailbox.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';

/** Which folders are read, and of which domains nothing is kept. */
export function MailboxLeftOut({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useTranslation('mail');
  const [folders, setFolders] = useState<readonly string[]>(mailbox.leftOutFolders);
  const [domains, setDomains] = useState(mailbox.leftOutDomains.join(', '));
  const save = useAct({ run: mailboxActs.choose, says: () => t('saved') });
  const shown = [
    ...mailbox.folders.filter((folder) => folder.role !== 'inbox'),
    ...mailbox.leftOutFolders
      .filter((path) => !mailbox.folders.some((folder) => folder.path === path))
      .map((path) => ({ path, role: 'other' as const })),
  ].toSorted((a, b) => a.path.localeCompare(b.path));
  return (
    <form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault();
        const list = domains.split(/[\s,;]+/).filter((domain) => domain !== '');
        save.mutate({ version: mailbox.version, leftOutFolders: [...folders], leftOutDomains: list });
      }}
    >
      {shown.length > 0 && (
        <fieldset className="settings__server">
          <legend>{t('folders')}</legend>
          <p className="field__hint">{t('foldersHint')}</p>
          {shown.map(({ path, role }) => (
            <Check
              key={path}
              label={role === 'sent' ? `${path} (${t('sentFolder')})` : path}
              checked={!folders.includes(path)}
              onChange={(event) =>
                setFolders(event.target.checked ? folders.filter((one) => one !== path) : [...folders, path])
              }
            />
          ))}
        </fieldset>
      )}
      <Field
        label={t('domains')}
        hint={t('domainsHint')}
        value={domains}
        onChange={(event) => setDomains(event.target.value)}
      />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
