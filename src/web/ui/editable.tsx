import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil } from 'lucide-react';
import { Button } from './button.tsx';
import { TextArea } from './field.tsx';
import { LongText } from './long-text.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import './editable.css';
import './menu.css';

type Props = {
  label: string;
  text: string | null;
  /** Shown when there is nothing yet. */
  empty: string;
  hint?: string;
  editLabel: string;
  mayEdit: boolean;
  busy: boolean;
  error?: string | undefined;
  /** Resolves when saved; a refusal keeps the field open with what was typed. */
  onSave: (text: string | null) => Promise<unknown>;
};

/** A text that is read most of the time and written in place. */
export function Editable(props: Props) {
  const [editing, setEditing] = useState(false);
  if (editing) return <EditForm {...props} onDone={() => setEditing(false)} />;
  const { label, text, empty, editLabel, mayEdit } = props;
  return (
    <div className="editable">
      <div>
        <h3 className="editable__label">{label}</h3>
        {text === null || text === '' ? (
          <p className="muted">{empty}</p>
        ) : (
          <p className="editable__text">
            <LongText text={text} />
          </p>
        )}
      </div>
      {mayEdit && (
        <button type="button" className="menu__button" aria-label={editLabel} onClick={() => setEditing(true)}>
          <Pencil size={17} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function EditForm({ label, text, hint, busy, error, onSave, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('ui');
  const [draft, setDraft] = useState(text ?? '');
  const first = useFirstFocus<HTMLTextAreaElement>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    try {
      await onSave(draft.trim() === '' ? null : draft.trim());
      onDone();
    } catch {
      // Said below the field; what was typed stays.
    }
  };
  return (
    <form className="editable editable--open" onSubmit={(event) => void submit(event)}>
      <TextArea
        label={label}
        hint={hint}
        error={error}
        ref={first}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className="editable__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
