import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleHelp, Ellipsis, OctagonX, Pencil, PhoneIncoming, Undo2, UserRoundCheck } from 'lucide-react';
import type { Opportunity } from '#contract/opportunity';
import { api } from '../../data/client.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Menu } from '../../ui/menu.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { EditOpportunitySheet } from './edit-opportunity-sheet.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';
import { InboundSheet } from './inbound-sheet.tsx';

type SheetName = 'edit' | 'handOver' | 'inbound';

export function OpportunityMenu({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['opportunity', 'ui']);
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = () => setSheet(null);
  const undo = useAct({ run: () => api.post(`/opportunities/${opportunity.id}/undo`), says: () => t('ui:undone') });
  const iconOf = { size: 18, 'aria-hidden': true } as const;
  return (
    <>
      <Menu
        label={t('opportunity:more', { title: opportunity.title || t('opportunity:untitled') })}
        items={[
          {
            label: t('opportunity:why'),
            icon: <CircleHelp {...iconOf} />,
            onSelect: () => sheets.open({ kind: 'worth', opportunity }),
          },
          mayWrite && {
            label: t('opportunity:inboundOther'),
            icon: <PhoneIncoming {...iconOf} />,
            onSelect: () => setSheet('inbound'),
          },
          mayWrite && { label: t('opportunity:edit'), icon: <Pencil {...iconOf} />, onSelect: () => setSheet('edit') },
          mayWrite && {
            label: t('opportunity:handOver'),
            icon: <UserRoundCheck {...iconOf} />,
            onSelect: () => setSheet('handOver'),
          },
          mayWrite && {
            label: t('opportunity:undoLast'),
            icon: <Undo2 {...iconOf} />,
            onSelect: () => undo.mutate(undefined),
          },
          mayWrite &&
            opportunity.state === 'open' && {
              label: t('opportunity:stop'),
              icon: <OctagonX {...iconOf} />,
              onSelect: () => sheets.open({ kind: 'stop', opportunity }),
            },
        ]}
      >
        <Ellipsis size={20} aria-hidden="true" />
      </Menu>
      {sheet === 'edit' && <EditOpportunitySheet opportunity={opportunity} onClose={close} />}
      {sheet === 'handOver' && <HandOverSheet opportunity={opportunity} onClose={close} />}
      {sheet === 'inbound' && <InboundSheet opportunity={opportunity} onClose={close} />}
    </>
  );
}
