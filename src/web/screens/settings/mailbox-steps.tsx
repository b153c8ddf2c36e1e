import { useTranslation } from 'react-i18next';
import { Check, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { Mailbox, MailServer } from '#contract/mailbox';
import { useFormat } from '../../ui/use-format.ts';
import { useWhen } from '../offline/offline-bar.tsx';

const steps = ['name', 'tls', 'login', 'folder', 'ready'] as const;
const codes = [
  'host_refused',
  'host_unknown',
  'no_answer',
  'no_tls',
  'login_refused',
  'no_secret',
  'no_folder',
  'line_broken',
] as const;
const icons = { done: Check, busy: LoaderCircle, failed: TriangleAlert, open: CircleDashed };

/** Each step of the connection, what stands in its way in words with the cure, and when it is tried again. */
export function MailboxSteps({ state, security }: { state: Mailbox['state']; security: MailServer['security'] }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const when = useWhen();
  const reached = steps.findIndex((step) => step === state.step);
  const isReady = state.step === 'ready' && state.watching !== null;
  const isTroubled = !isReady && state.error !== null && state.nextTryAt !== null;
  const look = (at: number) => {
    if (isReady || at < reached || (!isTroubled && at === reached && state.step !== 'folder')) return 'done' as const;
    if (isTroubled) return at === Math.max(reached, 0) ? ('failed' as const) : ('open' as const);
    return at === reached + (state.step === 'folder' ? 0 : 1) ? ('busy' as const) : ('open' as const);
  };
  const code = codes.find((one) => one === state.error?.code);
  return (
    <div className="mailbox" role="status">
      <p className="mailbox__head">
        {isReady
          ? t('ready')
          : isTroubled
            ? t('troubled')
            : state.step === 'folder'
              ? t('reading', { count: state.lookedAt })
              : t('trying')}
      </p>
      <ol className="mailbox__steps">
        {steps.map((step, at) => {
          const Icon = icons[look(at)];
          return (
            <li key={step} className={`mailbox__step mailbox__step--${look(at)}`}>
              <Icon size={18} aria-hidden="true" />
              <span>
                {step === 'tls' && security === 'none' ? t('stepOpenLine') : t(`steps.${step}`)}
                <span className={look(at) === 'failed' ? undefined : 'only-read'}> ({t(`stepState.${look(at)}`)})</span>
              </span>
            </li>
          );
        })}
      </ol>
      {isReady && (
        <p className="muted">
          {t(state.watching === 'idle' ? 'watchIdle' : 'watchPoll')} {t('lookedAt', { count: state.lookedAt })}
          {state.lastMessageAt !== null && ` · ${t('lastMessage', { when: when(state.lastMessageAt) })}`}
        </p>
      )}
      {isTroubled && state.error && (
        <div className="notice">
          <p>{code ? t(`errors.${code}`) : state.error.said}</p>
          <p className="muted small">
            {t('lastError', { when: when(state.error.at) })}
            {state.error.said !== '' && `. ${t('said', { said: state.error.said })}`}
          </p>
          {state.nextTryAt !== null && <p className="small">{t('nextTry', { when: format.clock(state.nextTryAt) })}</p>}
        </div>
      )}
    </div>
  );
}
