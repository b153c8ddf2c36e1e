import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportColumn } from '#contract/import';
import { isOwnField, type ImportField } from '#core/import/import-field';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { assignField } from './assign-field.ts';
import { ColumnRow } from './column-row.tsx';
import { fieldOf, type Draft } from './draft.ts';
import { WizardFoot } from './wizard-foot.tsx';

type Props = { found: Import; draft: Draft; onFill: (part: Partial<Draft>) => void; onNext: () => void };

/** By one of these somebody can be recognised (product.md, definition 19). */
const telling: readonly ImportField[] = [
  'name',
  'firstName',
  'lastName',
  'organisation',
  'email',
  'phone',
  'externalId',
];

export function StepColumns({ found, draft, onFill, onNext }: Props) {
  const { t, i18n } = useTranslation(['imports', 'ui']);
  const [moved, setMoved] = useState<string | null>(null);
  // Decided once: a row that is changed here does not jump to the other list under one's hands.
  const [wasUsed] = useState(() => new Set(found.columns.filter((one) => fieldOf(one, draft)).map((one) => one.index)));
  const used = found.columns.filter((column) => wasUsed.has(column.index));
  const left = found.columns.filter((column) => !wasUsed.has(column.index));
  const known = found.columns.some((column) => {
    const field = fieldOf(column, draft);
    return field !== null && telling.includes(field);
  });
  useKeys({ Enter: onNext });

  const change = (column: ImportColumn, field: ImportField | null) => {
    const next = assignField(found.columns, draft.fields, column.index, field);
    onFill({ fields: next.fields });
    setMoved(
      next.moved && field && !isOwnField(field)
        ? t('imports:moved', { header: headerOf(next.moved), field: t(`imports:field.${field}`).toLowerCase() })
        : null,
    );
  };
  const headerOf = (column: ImportColumn) =>
    column.header.trim() || t('imports:noHeader', { number: column.index + 1 });
  const rowOf = (column: ImportColumn) => (
    <ColumnRow
      key={column.index}
      kind={found.kind}
      column={column}
      header={headerOf(column)}
      field={fieldOf(column, draft)}
      corrected={draft.fields[String(column.index)] !== undefined}
      onChange={(field) => change(column, field)}
    />
  );
  const source = `imports:source.${found.recognised}`;
  return (
    <section className="wizard__step">
      <header>
        <h2>{t('imports:columnsTitle')}</h2>
        <p className="muted">{t('imports:columnsBody')}</p>
        {found.headerRow !== null && found.headerRow > 1 && <p>{t('imports:headerRow', { row: found.headerRow })}</p>}
        {i18n.exists(source) && (
          <p className="wizard__badge">
            <span className="badge badge--green">
              {t('imports:recognised', { source: i18n.t(source, { defaultValue: '' }) })}
            </span>
          </p>
        )}
      </header>
      <p className="wizard__notice" role="status">
        {moved}
      </p>
      {!known && (
        <p className="wizard__notice" role="alert">
          {t('imports:noName')}
        </p>
      )}
      <ul className="columns">{used.map(rowOf)}</ul>
      {left.length > 0 && (
        <details className="columns__left" open={used.length === 0}>
          <summary>{t('imports:leftOut', { count: left.length })}</summary>
          <ul className="columns">{left.map(rowOf)}</ul>
        </details>
      )}
      <WizardFoot>
        <Button kind="primary" size="large" onClick={onNext}>
          {t('ui:next')}
        </Button>
      </WizardFoot>
    </section>
  );
}
