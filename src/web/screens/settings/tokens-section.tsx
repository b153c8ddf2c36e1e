import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsActs, tokensQuery } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { NewToken } from './new-token.tsx';
import { Section } from './section.tsx';

export function TokensSection() {
  const { t } = useTranslation('settings');
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const make = useAct({ run: settingsActs.makeToken });
  return (
    <Section id="tokens" title={t('tokens')} about={t('tokensBody')}>
      {tokens.isPending && <Skeleton height={52} rows={2} />}
      {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && shown === null && <p>{t('tokensNone')}</p>}
      {tokens.data && tokens.data.items.length > 0 && (
        <ul className="settings__list">
          {tokens.data.items.map((token) => (
            <li key={token.id}>
              <TokenWords token={token} />
              <Button aria-label={t('tokenRevokeFor', { name: token.name })} onClick={() => setEnding(token)}>
                {t('tokenRevoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown === null ? (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim()) return;
            make.mutate(name.trim(), {
              onSuccess: (made) => {
                setShown(made.token);
                setName('');
              },
            });
          }}
        >
          <Field
            label={t('tokenName')}
            placeholder={t('tokenNamePlaceholder')}
            maxLength={200}
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <div>
            <Button type="submit" busy={make.isPending}>
              {t('tokenMake')}
            </Button>
          </div>
        </form>
      ) : (
        <NewToken token={shown} onDone={() => setShown(null)} />
      )}
      {ending && <RevokeSheet token={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

type TokenFacts = { name: string; prefix: string; createdAt: string; lastUsedAt: string | null };

function TokenWords({ token }: { token: TokenFacts }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const day = (instant: string) => format.day(instant.slice(0, 10));
  return (
    <span>
      <strong>{token.name}</strong> <code className="muted">{token.prefix}…</code>
      <span className="muted small settings__line">
        {t('tokenMade', { day: day(token.createdAt) })} ·{' '}
        {token.lastUsedAt === null ? t('tokenUnused') : t('tokenUsed', { day: day(token.lastUsedAt) })}
      </span>
    </span>
  );
}

function RevokeSheet({ token, onClose }: { token: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui']);
  const revoke = useAct({ run: settingsActs.revokeToken, says: () => t('settings:tokenRevoked') });
  return (
    <Sheet
      title={t('settings:tokenRevokeAsk', { name: token.name })}
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button kind="danger" busy={revoke.isPending} onClick={() => revoke.mutate(token.id, { onSuccess: onClose })}>
            {t('settings:tokenRevokeAct')}
          </Button>
        </>
      }
    >
      <p>{t('settings:tokenRevokeBody')}</p>
    </Sheet>
  );
}
