import { useTranslation } from 'react-i18next';
import { CalendarClock, CircleHelp, Ellipsis, Lightbulb, MapPin, OctagonX, Pin, PinOff } from 'lucide-react';
import type { TodayItem } from '#contract/today';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Menu } from '../../ui/menu.tsx';
import { routeTo } from '../log/route-to.ts';
import { nameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';

/** What is done less often with a line of Today. */
export function ItemMenu({ item }: { item: TodayItem }) {
  const { t } = useTranslation(['today', 'words']);
  const sheets = useSheets();
  const { opportunity } = item;
  const address = opportunity.person?.address;
  const pin = useAct({
    run: (choice: 'yes' | 'no') => opportunityActs.pin(opportunity.id, { choice }),
    says: (_, choice) => t(choice === 'yes' ? 'pinnedYes' : 'pinnedNo'),
    change: (out) => out.changeId,
  });
  return (
    <Menu
      label={t('moreFor', { name: nameOf(opportunity) })}
      items={[
        {
          label: t('later'),
          icon: <CalendarClock size={18} aria-hidden="true" />,
          onSelect: () => sheets.open({ kind: 'plan', opportunity }),
        },
        address != null && {
          label: t('words:route'),
          icon: <MapPin size={18} aria-hidden="true" />,
          onSelect: () => void window.open(routeTo(address), '_blank', 'noopener,noreferrer'),
        },
        { label: t('pinYes'), icon: <Pin size={18} aria-hidden="true" />, onSelect: () => pin.mutate('yes') },
        { label: t('pinNo'), icon: <PinOff size={18} aria-hidden="true" />, onSelect: () => pin.mutate('no') },
        {
          label: t('know'),
          icon: <Lightbulb size={18} aria-hidden="true" />,
          onSelect: () => sheets.open({ kind: 'know', opportunity }),
        },
        {
          label: t('why'),
          icon: <CircleHelp size={18} aria-hidden="true" />,
          onSelect: () => sheets.open({ kind: 'worth', opportunity }),
        },
        {
          label: t('stop'),
          icon: <OctagonX size={18} aria-hidden="true" />,
          onSelect: () => sheets.open({ kind: 'stop', opportunity }),
        },
      ]}
    >
      <Ellipsis size={20} aria-hidden="true" />
    </Menu>
  );
}
