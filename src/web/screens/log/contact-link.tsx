import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import type { Channel } from '#core/opportunity/vocabulary';
import { useCanMail } from '../../data/mail.ts';
import { Button, ButtonOut, type ButtonKind } from '../../ui/button.tsx';
import { callNameOf } from '../opportunity/who-is.ts';
import { VerdictMark } from '../permission/verdict-mark.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import { contactAddress, isBlocked } from './contact-address.ts';
import { beginPending } from './pending-store.ts';

type Props = {
  opportunity: Opportunity;
  channel: Channel;
  kind?: ButtonKind;
  size?: 'normal' | 'large' | 'small';
  /** Instead of "Bel Marieke". */
  label?: ReactNode;
  /** What a mail or message begins with. */
  opener?: string | undefined;
  /** Says the name as well. */
  named?: boolean;
};

/**
 * One tap to call, mail, write or go there; on coming back it asks how it went. A channel without an address (a meeting, a visit to nobody knows where)
 * opens the log sheet at once.
 */
export function ContactLink({ opportunity, channel, kind, size, label, opener, named = false }: Props) {
  const { t } = useTranslation(['words', 'opener', 'permission']);
  const sheets = useSheets();
  const canMail = useCanMail();
  const name = callNameOf(opportunity);
  const begin = opener ? { body: `${t('opener:hello', { name })}\n\n${opener}\n` } : undefined;
  const address = contactAddress(channel, opportunity.person, begin);
  // What may not be used is not offered, whoever asks for it.
  if (isBlocked(channel, opportunity.person)) return null;
  const careful = opportunity.person?.channels.find((one) => one.channel === channel && one.verdict === 'warn');
  // A visit with an address is the way there. "Stuur een kaartje" and "Langsgaan" take no name behind them.
  const route = channel === 'visit' && address !== null;
  const act = route ? t(named ? 'words:routeTo' : 'words:route', { name }) : t(`words:act.${channel}`);
  const text = label ?? (named && !route && address !== null ? `${act} ${name}` : act);
  const words = careful ? (
    <span className="careful" title={t(`permission:reason.${careful.reason}`)}>
      <span>{text}</span> <VerdictMark verdict="warn" size={14} />
    </span>
  ) : (
    text
  );
  const look = { ...(kind && { kind }), ...(size && { size }), icon: <ChannelIcon channel={channel} /> };
  // Written here, it is logged with it; without a server one's own mail program does it.
  if (channel === 'email' && address !== null && canMail && opportunity.state === 'open') {
    return (
      <Button {...look} onClick={() => sheets.open({ kind: 'mail', opportunity })}>
        {words}
      </Button>
    );
  }
  if (address === null) {
    return (
      <Button {...look} onClick={() => sheets.open({ kind: 'log', opportunity, draft: { channel } })}>
        {words}
      </Button>
    );
  }
  const outside = address.startsWith('https:') ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <ButtonOut {...look} {...outside} href={address} onClick={() => beginPending(opportunity, name, channel)}>
      {words}
    </ButtonOut>
  );
}
