import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bases, type Basis } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { importNames } from './import-names.ts';
import { readPersonLines } from './read-person-line.ts';
import { Unreadable } from './unreadable.tsx';

/** "Plak vijf namen": one person a line, where from asked once, and everybody has a next moment. */
export function PasteNames({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['quickAdd', 'words', 'ui', 'problem']);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [basis, setBasis] = useState<Basis>('conversation');
  const lines = readPersonLines(text);

  const put = useAct({ run: () => importNames(lines, basis), quiet: true });
  const failed = put.error ?? (put.data?.status === 'failed' ? put.data.failure : null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lines.length === 0 || put.isPending) return;
    put.mutate(undefined, {
      onSuccess: (done) => {
        if (done.status === 'failed') return;
        const rejected = done.counts?.rejected ?? 0;
        const said: string[] = [t('quickAdd:pasted', { count: done.counts?.open ?? lines.length })];
        if (rejected > 0) said.push(t('quickAdd:pastedRejected', { count: rejected }));
        showToast(said.join(' '), { undo: () => void takeBack(done.id) });
        onClose();
      },
    });
  };

  const takeBack = async (importId: string) => {
    try {
      await api.post(`/imports/${importId}/undo`);
      showToast(t('ui:undone'));
    } catch (error) {
      showToast(t(`problem:${codeOf(error)}`), { tone: 'trouble' });
    }
    void client.invalidateQueries();
  };

  return (
    <form className="spoke" onSubmit={submit}>
      <TextArea
        label={t('quickAdd:paste')}
        hint={t('quickAdd:pasteHint')}
        placeholder={t('quickAdd:pastePlaceholder')}
        rows={6}
        data-first=""
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {lines.length > 0 && (
        <section className="pasted" aria-live="polite">
          <p className="muted small">{t('quickAdd:pasteFound', { count: lines.length })}</p>
          <ul>
            {lines.slice(0, 8).map((line, index) => (
              // The same name may be pasted twice: the line's place is its identity.
              // eslint-disable-next-line react/no-array-index-key
              <li key={index}>
                <strong>{line.name}</strong>{' '}
                <span className="muted small">
                  {[line.organisation, line.phone, line.email, line.linkedin].filter(Boolean).join(' · ')}
                </span>
                <Unreadable line={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Select
        label={t('quickAdd:basis')}
        value={basis}
        onChange={(event) => setBasis(bases.find((one) => one === event.target.value) ?? basis)}
      >
        {bases.map((one) => (
          <option key={one} value={one}>
            {t(`words:basis.${one}`)}
          </option>
        ))}
      </Select>
      {failed && (
        <div className="notice" role="alert">
          <p>{put.error ? t(`problem:${codeOf(put.error)}`) : t('quickAdd:pasteFailed')}</p>
          <ButtonTo to="/import">{t('quickAdd:toImport')}</ButtonTo>
        </div>
      )}
      <div className="step__acts">
        <Button kind="primary" size="large" type="submit" busy={put.isPending} disabled={lines.length === 0}>
          {put.isPending ? t('quickAdd:pasting') : t('quickAdd:pasteSave', { count: lines.length })}
        </Button>
      </div>
    </form>
  );
}
