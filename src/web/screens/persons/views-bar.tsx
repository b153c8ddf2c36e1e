import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2 } from 'lucide-react';
import { boardActs, viewsQuery } from '../../data/board.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { codeOf } from '../../data/api-problem.ts';

/** A saved view is an address of the list; which one is shown follows from the address itself. */
export function ViewsBar({
  params,
  onChoose,
}: {
  params: URLSearchParams;
  onChoose: (query: Record<string, string>) => void;
}) {
  const { t } = useTranslation('list');
  const views = useQuery(viewsQuery);
  const [saving, setSaving] = useState(false);
  const items = views.data?.items ?? [];
  const here = addressText(Object.fromEntries(params));
  const shown = items.find((view) => addressText(view.query) === here);
  const remove = useAct({
    run: (id: string) => boardActs.removeView(id),
    says: () => t('viewRemoved'),
  });
  return (
    <>
      {items.length > 0 && (
        <label className="find__sort">
          <span className="muted small">{t('view')}</span>
          <select
            className="field__control"
            value={shown?.id ?? ''}
            onChange={(event) => onChoose(items.find((view) => view.id === event.target.value)?.query ?? {})}
          >
            <option value="">{t('noView')}</option>
            {items.map((view) => (
              <option key={view.id} value={view.id}>
                {view.shared ? t('sharedBy', { name: view.name }) : view.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown?.mine && (
        <Button
          size="small"
          kind="quiet"
          aria-label={t('viewRemove', { name: shown.name })}
          onClick={() => remove.mutate(shown.id)}
        >
          <Trash2 size={16} aria-hidden="true" />
        </Button>
      )}
      {!shown && here !== '' && (
        <Button size="small" kind="quiet" onClick={() => setSaving(true)}>
          {t('saveView')}
        </Button>
      )}
      {saving && (
        <SaveSheet
          query={Object.fromEntries([...params].filter(([name]) => name !== 'q' && name !== 'search'))}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

function SaveSheet({ query, onClose }: { query: Record<string, string>; onClose: () => void }) {
  const { t } = useTranslation(['list', 'ui', 'problem']);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useAct({
    run: () => boardActs.saveView({ name: name.trim(), shared, query }),
    says: () => t('list:viewSaved'),
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('list:saveView')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('list:viewName')}
          required
          maxLength={200}
          data-first=""
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={save.error ? t(`problem:${codeOf(save.error)}`) : undefined}
        />
        <Check label={t('list:viewShared')} checked={shared} onChange={(event) => setShared(event.target.checked)} />
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** The same view whatever the order in which it was put together. */
function addressText(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .filter(
      ([name, value]) => value !== '' && name !== 'search' && name !== 'q' && !(name === 'filter' && value === 'open'),
    )
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');
}
