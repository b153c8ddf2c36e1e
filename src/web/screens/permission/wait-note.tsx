import { useTranslation } from 'react-i18next';
import type { ChannelPermission } from '#contract/permission';
import type { Opportunity } from '#contract/opportunity';
import type { Channel } from '#core/opportunity/vocabulary';
import { useFormat } from '../../ui/use-format.ts';
import './permission.css';

/** Ways that need no address: what is left where the law closes those that have one. */
const withoutAddress: ReadonlySet<Channel> = new Set<Channel>(['post', 'visit']);

/** Everything that has an address is blocked, and there is no other way. */
export function nothingMay({ person }: Opportunity): boolean {
  return person !== null && person.channels.length > 0 && person.channels.every((one) => one.verdict === 'block');
}

/** What is closed, why, and the lawful way; or what a warning says of the best one. */
export function WaitNote({ opportunity, channel }: { opportunity: Opportunity; channel: string | undefined }) {
  const { t } = useTranslation(['permission', 'words']);
  const format = useFormat();
  const { person } = opportunity;
  if (!person) return null;
  const closed = person.channels.find((one) => one.verdict === 'block');
  if (nothingMay(opportunity) && closed)
    return (
      <p className="wait-note small" role="note">
        <strong>{t('permission:wait')}.</strong> {t(`permission:reason.${closed.reason}`)}
      </p>
    );
  const best = person.channels.find((one) => one.channel === channel);
  const careful = best?.verdict === 'warn' ? t(`permission:reason.${best.reason}`) : null;
  const ways = closed ? lawfulWays(person.channels) : [];
  if (closed && ways.length > 0)
    return (
      <p className="wait-note small" role="note">
        {t(`permission:reason.${closed.reason}`)}{' '}
        <strong>
          {t('permission:instead', { channels: format.list(ways.map((one) => t(`words:channel.${one}`))) })}
        </strong>{' '}
        {careful}
      </p>
    );
  return careful ? (
    <p className="wait-note muted small" role="note">
      {careful}
    </p>
  ) : null;
}

/** Only where none that has an address may be used. */
function lawfulWays(channels: readonly ChannelPermission[]): Channel[] {
  const may = channels.filter((one) => one.verdict !== 'block').map((one) => one.channel);
  return may.every((one) => withoutAddress.has(one)) ? may : [];
}
