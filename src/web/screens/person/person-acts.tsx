import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressLines } from '#core/person/postal-address';
import { readablePhone } from '#i18n/phone';
import { Ban, Ellipsis, Merge, Pencil, PhoneIncoming, Scale, Trash2 } from 'lucide-react';
import type { Opportunity } from '#contract/opportunity';
import type { Permission } from '#contract/permission';
import type { Person } from '#contract/person';
import type { Channel } from '#core/opportunity/vocabulary';
import { useCanMail } from '../../data/mail.ts';
import { useMayWrite, useMe } from '../../data/me.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { contactAddress } from '../log/contact-address.ts';
import { beginPending } from '../log/pending-store.ts';
import { InboundSheet } from '../opportunity/inbound-sheet.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { DeletePersonSheet } from './delete-person-sheet.tsx';
import { EditPersonSheet } from './edit-person-sheet.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { RightsSheet } from '../rights/rights-sheet.tsx';
import { ObjectSheet } from './object-sheet.tsx';

const reachable: readonly Channel[] = ['call', 'email', 'message', 'linkedin', 'visit'];
type SheetName = 'edit' | 'merge' | 'object' | 'rights' | 'delete' | 'inbound';

/** What stands behind a channel's button. */
function addressOn(channel: Channel, person: Person): string {
  if (channel === 'email') return person.email ?? '';
  if (channel === 'visit') return person.address ? addressLines(person.address).join(', ') : '';
  return channel === 'linkedin' ? (person.linkedin ?? '') : readablePhone(person.phone ?? '');
}

/** Beside the name: every way to reach this person that may be used, "X belde net", and what is done seldom in a menu. */
type Props = { person: Person; permission: readonly Permission[]; opportunity: Opportunity | null };

export function PersonActs({ person, permission, opportunity }: Props) {
  const { t } = useTranslation(['person', 'opportunity', 'words', 'rights']);
  const mayWrite = useMayWrite();
  const canMail = useCanMail() && mayWrite;
  const sheets = useSheets();
  const { role } = useMe().member;
  const used = person.restrictedOn === null;
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = () => setSheet(null);
  const name = firstNameOf(person.name);
  const iconOf = { size: 18, 'aria-hidden': true } as const;
  return (
    <>
      {used &&
        reachable.map((channel) => {
          const address = contactAddress(channel, { ...person, channels: permission });
          if (address === null) return null;
          // Written here, as from Today; without a server one's own mail program does it.
          if (channel === 'email' && canMail && opportunity?.state === 'open')
            return (
              <Button
                key={channel}
                icon={<ChannelIcon channel={channel} />}
                title={addressOn(channel, person)}
                onClick={() => sheets.open({ kind: 'mail', opportunity })}
              >
                {t('words:act.email')}
              </Button>
            );
          const outside = address.startsWith('https:') ? { target: '_blank', rel: 'noopener noreferrer' } : {};
          return (
            <ButtonOut
              key={channel}
              {...outside}
              href={address}
              icon={<ChannelIcon channel={channel} />}
              title={addressOn(channel, person)}
              onClick={() => opportunity && beginPending(opportunity, name, channel)}
            >
              {channel === 'visit' ? t('words:route') : t(`words:act.${channel}`)}
            </ButtonOut>
          );
        })}
      {mayWrite && used && opportunity && (
        <Button icon={<PhoneIncoming {...iconOf} />} onClick={() => setSheet('inbound')}>
          {t('opportunity:inbound', { name })}
        </Button>
      )}
      {mayWrite && (
        <Menu
          label={t('person:more', { name: person.name })}
          items={[
            { label: t('person:edit'), icon: <Pencil {...iconOf} />, onSelect: () => setSheet('edit') },
            used && { label: t('person:merge'), icon: <Merge {...iconOf} />, onSelect: () => setSheet('merge') },
            person.objectedOn === null && {
              label: t('person:object'),
              icon: <Ban {...iconOf} />,
              onSelect: () => setSheet('object'),
            },
            role === 'owner' && {
              label: t('rights:menu'),
              icon: <Scale {...iconOf} />,
              onSelect: () => setSheet('rights'),
            },
            {
              label: t('person:remove'),
              icon: <Trash2 {...iconOf} />,
              danger: true,
              onSelect: () => setSheet('delete'),
            },
          ]}
        >
          <Ellipsis size={20} aria-hidden="true" />
        </Menu>
      )}
      {sheet === 'edit' && <EditPersonSheet person={person} onClose={close} />}
      {sheet === 'merge' && <MergeSheet person={person} onClose={close} />}
      {sheet === 'object' && <ObjectSheet person={person} onClose={close} />}
      {sheet === 'rights' && <RightsSheet person={person} onClose={close} />}
      {sheet === 'delete' && <DeletePersonSheet person={person} onClose={close} />}
      {sheet === 'inbound' && opportunity && <InboundSheet opportunity={opportunity} onClose={close} />}
    </>
  );
}
