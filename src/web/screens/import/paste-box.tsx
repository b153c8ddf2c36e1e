import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';

export function PasteBox({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const { t } = useTranslation('imports');
  const [text, setText] = useState('');
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onText(text);
      }}
    >
      <div>
        <h2>{t('pasteTitle')}</h2>
        <p className="muted">{t('pasteBody')}</p>
      </div>
      <TextArea
        label={<span className="only-read">{t('pasteLabel')}</span>}
        rows={4}
        maxLength={2_000_000}
        placeholder={t('pastePlaceholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <div>
          <Button type="submit" busy={busy}>
            {t('pasteAct')}
          </Button>
        </div>
      )}
    </form>
  );
}
