import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldsQuery } from '../../data/board.ts';
import { Check } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { columnNames } from './list-address.ts';

export const columnWords = {
  trail: 'columnTrail',
  next: 'columnNext',
  value: 'columnValue',
  stage: 'columnStage',
  assignee: 'columnAssignee',
  source: 'columnSource',
  warmth: 'columnWarmth',
  pace: 'columnPace',
  created: 'columnCreated',
} as const;

/** Which columns the list has, beside the name; own fields of opportunities too. */
export function ColumnsSheet({
  columns,
  onChange,
  onClose,
}: {
  columns: readonly string[];
  onChange: (columns: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('list');
  const fields = useQuery(fieldsQuery);
  const own = (fields.data?.items ?? []).filter((field) => field.of === 'opportunity');
  const all = [
    ...columnNames.map((name) => ({ name: name as string, label: t(columnWords[name]) as string })),
    ...own.map((field) => ({ name: `field:${field.id}`, label: field.name })),
  ];
  const toggle = (name: string, on: boolean) =>
    onChange(all.map((one) => one.name).filter((one) => (one === name ? on : columns.includes(one))));
  return (
    <Sheet title={t('columns')} onClose={onClose}>
      <ul>
        {all.map(({ name, label }, place) => (
          <li key={name}>
            <Check
              label={label}
              checked={columns.includes(name)}
              data-first={place === 0 ? '' : undefined}
              onChange={(event) => toggle(name, event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
